//! A field that several elements may fill, some better than others.

/// The best offer so far.
pub(super) struct Slot<T>(Option<(u8, T)>);

// Derived, it would ask for `T: Default`.
impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Slot<T> {
    /// Takes the value where nothing as good is there; 0 is best.
    pub(super) fn offer(&mut self, rank: u8, value: Option<T>) {
        if let Some(value) = value
            && self.0.as_ref().is_none_or(|(best, _)| rank < *best)
        {
            self.0 = Some((rank, value));
        }
    }

    /// Takes the value where nothing better is there; of equal ones the last.
    pub(super) fn offer_last(&mut self, rank: u8, value: Option<T>) {
        if let Some(value) = value
            && self.0.as_ref().is_none_or(|(best, _)| rank <= *best)
        {
            self.0 = Some((rank, value));
        }
    }

    /// As [`Self::offer`], and gives back the one of the two that did not get the place.
    pub(super) fn replace(&mut self, rank: u8, value: T) -> Option<(u8, T)> {
        match &self.0 {
            Some((best, _)) if rank >= *best => Some((rank, value)),
            _ => self.0.replace((rank, value)),
        }
    }

    /// What was offered best.
    pub(super) fn take(&mut self) -> Option<T> {
        self.0.take().map(|(_, value)| value)
    }
}
