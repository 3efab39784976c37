//! Where bodies lie. A dozen of them may be on their way at once, each from a thread
//! of its own, and few are large: those lie outside of the heap, since what a
//! thread's heap has once held stays with it, and there are only so many of them.

use std::fmt;
use std::io::{self, Read};
use std::ops::Deref;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use memmap2::MmapMut;

/// Bytes from which on a body is large. Nearly all feeds are smaller.
const LARGE: usize = 128 << 10;
/// Bytes that are read at once.
const STEP: usize = 64 << 10;
/// Large bodies that are on their way or wait to be used, at once.
const MOST: usize = 2;

/// The bytes of a body.
pub struct Bytes(Kept);

enum Kept {
    Small(Vec<u8>),
    Large { map: MmapMut, length: usize, _room: Room },
}

/// Says when there is room for one more large body. Shared by whoever asks.
#[derive(Clone, Debug, Default)]
pub(super) struct Rooms(Arc<(Mutex<usize>, Condvar)>);

/// Room for one, for as long as it is kept.
struct Room(Rooms);

impl Rooms {
    fn taken(&self) -> MutexGuard<'_, usize> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for room.
    fn take(&self) -> Room {
        let mut taken = self.taken();
        while *taken >= MOST {
            taken = self.0.1.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += 1;
        Room(self.clone())
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        *self.0.taken() -= 1;
        self.0.0.1.notify_one();
    }
}

/// Reads to the end, no more than `limit` bytes; what is large waits for room on its
/// way. `None` where there is more.
pub(super) fn read(mut from: impl Read, limit: u64, rooms: &Rooms) -> io::Result<Option<Bytes>> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX - 1);
    let (mut small, some) = (Vec::new(), LARGE.min(limit + 1));
    from.by_ref().take(some as u64).read_to_end(&mut small)?;
    if small.len() > limit {
        return Ok(None);
    }
    if small.len() < some {
        return Ok(Some(small.into()));
    }
    let room = rooms.take();
    // Pages that nothing is written to take no memory.
    let mut map = MmapMut::map_anon(limit + 1)?;
    let mut length = small.len();
    if let Some(start) = map.get_mut(..length) {
        start.copy_from_slice(&small);
    }
    drop(small);
    loop {
        let end = map.len().min(length + STEP);
        let Some(free) = map.get_mut(length..end).filter(|it| !it.is_empty()) else { return Ok(None) };
        match from.read(free) {
            Ok(0) => return Ok(Some(Bytes(Kept::Large { map, length, _room: room }))),
            Ok(n) => length += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.0 {
            Kept::Small(bytes) => bytes,
            Kept::Large { map, length, .. } => map.get(..*length).unwrap_or_default(),
        }
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Kept::Small(bytes))
    }
}

impl Default for Bytes {
    fn default() -> Self {
        Vec::new().into()
    }
}

/// A copy lies in the heap.
impl Clone for Bytes {
    fn clone(&self) -> Self {
        self.to_vec().into()
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{TryRecvError, channel};
    use std::thread;

    use super::*;

    fn bytes(n: usize) -> Vec<u8> {
        (0..n).map(|it| u8::try_from(it % 251).unwrap()).collect()
    }

    #[test]
    fn bodies_of_any_size_are_read_whole_and_none_beyond_the_limit() {
        let rooms = Rooms::default();
        for n in [0, 1, LARGE - 1, LARGE, LARGE + 1, LARGE + STEP, 3 * LARGE + 7] {
            let sent = bytes(n);
            assert_eq!(&*read(&*sent, n as u64, &rooms).unwrap().unwrap(), &*sent, "{n}");
            assert_eq!(&*read(&*sent, n as u64 + 9, &rooms).unwrap().unwrap(), &*sent, "{n}");
            assert_eq!(n.checked_sub(1).and_then(|it| read(&*sent, it as u64, &rooms).unwrap()), None, "{n}");
        }
        assert_eq!(*rooms.taken(), 0, "all room is given back");
    }

    #[test]
    fn only_so_many_large_bodies_are_held_and_small_ones_wait_for_none() {
        let rooms = Rooms::default();
        let large = bytes(LARGE);
        let mut held: Vec<Bytes> =
            (0..MOST).map(|_| read(&*large, 1 << 20, &rooms).unwrap().unwrap()).collect();
        assert!(read(&*bytes(9), 1 << 20, &rooms).unwrap().is_some());
        let (to, from) = channel();
        let (sent, waits) = (large.clone(), rooms.clone());
        let reading = thread::spawn(move || to.send(read(&*sent, 1 << 20, &waits).unwrap().unwrap()));
        assert_eq!(from.try_recv().unwrap_err(), TryRecvError::Empty);
        held.pop();
        assert_eq!(&*from.recv().unwrap(), &*large);
        reading.join().unwrap().unwrap();
    }
}
