//! What the reader looks like, at sizes and in modes that people use: the
//! characters of a frame, and below them the looks of its cells.
//!
//! A change that can be seen changes a file in `snapshots/`, and is reviewed
//! there.

use crate::flows::{BRIDGE, FERRY, SEED};
use crate::harness::Harness;

const ARABIC: &str = "\
---
title: ساعة البرج تدور
lang: ar
date: 2026-11-13
---

«لم أصلحها»، قالت سلمى الراوي، صانعة الساعات.

وقف السوق كله عند الظهيرة ينظر إلى البرج.
";

const SHAPES: &str = "\
---
title: Shapes of a page
lang: en
---

## A list

- one, which is long enough to be set in more than one line of the page
  1. inner
- two with a [link](https://a.example/)

> Somebody else wrote *this*.

| Ship | Leaves |
|---|---|
| Tern | six |
| Heron | seven |

```sh
kabar show -
```

![A pier at dawn](https://a.example/pier.jpg)
";

fn three(width: u16, height: u16) -> Harness {
    Harness::new(width, height, &[("ferry.txt", FERRY), ("bridge.txt", BRIDGE), ("seed.txt", SEED)])
}

/// The frame, with its looks where they matter.
fn frame(h: &mut Harness) -> String {
    format!("{}\n{}", h.screen(), h.looks())
}

macro_rules! frames {
    ($($name:ident: $harness:expr, $keys:literal;)*) => {
        $(#[test]
        fn $name() {
            let mut harness = $harness;
            insta::assert_snapshot!(frame(harness.keys($keys)));
        })*
    };
}

frames! {
    list_and_page_side_by_side: three(120, 24), "";
    reading_beside_the_list: three(120, 24), "Enter ]";
    the_list_alone: three(80, 16), "j b";
    the_page_alone: three(80, 24), "Enter";
    a_small_terminal_lists: three(40, 12), "";
    a_small_terminal_reads: three(40, 12), "Enter j j j";
    a_tiny_terminal: three(20, 5), "Enter";
    one_cell: three(1, 1), "Enter";
    without_color: three(100, 24).colorless(), "Enter ]";
    nothing_but_the_page: three(140, 24), "z";
    only_quotations: three(80, 20), "Enter Q";
    who_said_what: three(110, 20), "Enter \"";
    what_was_removed: three(80, 24), "Enter v";
    finding: three(80, 20), "Enter / text:time";
    narrowing_the_list: three(80, 14), "/ text:br";
    searching_the_library: three(120, 24), "/ text:nurse";
    the_sidebar: three(130, 24), "/ text:bridge Enter : text:save Space text:Crossings Enter 1 h";
    the_help: three(100, 24), "?";
    searching_the_help: three(80, 14), "? text:quot";
    completing_a_command: three(80, 14), ": text:quo Tab";
    no_bookmarks: three(80, 14), "3";
    nothing_to_read: Harness::new(80, 20, &[]), "";
    nothing_to_read_on_a_wide_screen: Harness::new(110, 20, &[]), "";
    right_to_left: Harness::new(70, 16, &[("saat.md", ARABIC)]), "Enter";
    shapes_of_a_page: Harness::new(64, 32, &[("shapes.md", SHAPES)]), "Enter #";
    links_of_a_page: Harness::new(64, 12, &[("shapes.md", SHAPES)]), "Enter f";
}
