//! Which encoding bytes are in, and their text.
