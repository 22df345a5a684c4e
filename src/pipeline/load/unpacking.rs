//! A limit to the memory that unpacked photos take.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Photos that are unpacked at one time: each takes up to [`crate::photo::MAX_PIXELS`] times 3
/// bytes and more.
const SLOTS: u32 = 2;
/// A photo of more pixels takes all slots.
const LARGE: u64 = 24_000_000;

/// Slots for photos that are unpacked at one time: who finds none free waits.
#[derive(Default)]
pub(super) struct UnpackingSlots {
    taken: Mutex<u32>,
    released: Condvar,
    /// Memory for unpacked photos that nobody uses now. One photo after another in the same takes a
    /// fifth less at the peak.
    free: Mutex<Vec<Vec<u8>>>,
}

/// A place to unpack a photo in; its slots are free again when it is dropped.
pub(super) struct UnpackingPlace<'a> {
    slots: &'a UnpackingSlots,
    count: u32,
    /// Memory that a photo is unpacked into.
    pub(super) unpacked: Vec<u8>,
}

impl UnpackingSlots {
    /// Waits for a place for a photo of so many pixels.
    pub(super) fn take(&self, pixels: u64) -> UnpackingPlace<'_> {
        let count = if pixels > LARGE { SLOTS } else { 1 };
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |taken: &mut u32| *taken + count > SLOTS;
        let mut taken = self.released.wait_while(taken, full).unwrap_or_else(PoisonError::into_inner);
        *taken += count;
        let unpacked = self.free().pop().unwrap_or_default();
        if count == SLOTS {
            self.clear();
        }
        UnpackingPlace { slots: self, count, unpacked }
    }

    fn free(&self) -> MutexGuard<'_, Vec<Vec<u8>>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives memory back that nobody uses now.
    pub(super) fn clear(&self) {
        self.free().clear();
    }
}

impl Drop for UnpackingPlace<'_> {
    fn drop(&mut self) {
        if self.unpacked.capacity() as u64 <= 3 * LARGE {
            self.slots.free().push(std::mem::take(&mut self.unpacked));
        }
        *self.slots.taken.lock().unwrap_or_else(PoisonError::into_inner) -= self.count;
        self.slots.released.notify_all();
    }
}
