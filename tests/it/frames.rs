//! What the reader looks like, at sizes and in modes that people use.

use crate::harness::Harness;

#[test]
fn look() {
    let mut h = Harness::shipped(120, 36);
    println!("{}", h.screen());
    println!("{}", h.keys("j j Enter").screen());
    println!("{}", h.looks());
    println!("{}", h.keys("\"").screen());
    println!("{}", h.keys("Esc ?").screen());
    println!("{}", h.keys("Esc").resize(40, 12).screen());
}
