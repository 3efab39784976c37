//! Articles that kabar brings along, for whoever has none yet. All of them were
//! written for it.

use super::{Item, Place};

/// Name and bytes, in the order in which they are shown.
const SAMPLES: &[(&str, &[u8])] = &[
    ("welcome.md", include_bytes!("samples/welcome.md")),
    ("kampung-sungai.txt", include_bytes!("samples/kampung-sungai.txt")),
    ("night-train.html", include_bytes!("samples/night-train.html")),
    ("glockenturm.txt", include_bytes!("samples/glockenturm.txt")),
];

pub(super) fn items() -> Vec<Item> {
    SAMPLES
        .iter()
        .map(|(name, bytes)| Item { name: format!("sample:{name}"), place: Place::Sample(bytes) })
        .collect()
}
