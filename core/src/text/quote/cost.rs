//! How well each mark would do as an opening mark, as a closing mark, and as
//! none at all.
//!
//! The costs are points by which a reading of the marks is made worse; what
//! counts is how they compare. A mark in its place costs nothing; a double mark
//! that is left over costs 60; everything else is set between. What a glyph
//! does is learned from the clear cases of the text itself, since the same one
//! opens in one typography and closes in the next (`“` in `“…”` and `„…“`).

use super::form::{Class, FORMS, Form, Shape};
use super::scan::{Habit, Mark, Side};

/// What each use of a mark costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Costs {
    pub(super) open: u16,
    pub(super) close: u16,
    /// To be no quotation mark.
    pub(super) skip: u16,
}

/// More than any reading that is worth keeping.
pub(super) const NEVER: u16 = 1000;
/// A mark used as its shape does not say, in a text that never does so clearly.
pub(super) const AGAINST_SHAPE: u16 = 30;
/// A quotation inside of another that nothing closes.
pub(super) const LEFT_OPEN: u16 = 60;
/// A second quotation opened inside of one of its own class.
pub(super) const SAME_INSIDE: u16 = 45;
/// The same by a mark that only opens (`„Das heißt „nein“, sagte er.“`).
pub(super) const SAME_LOW_INSIDE: u16 = 20;
/// The same for brackets and guillemets, whose shapes tell them apart.
pub(super) const SAME_ANGLE_INSIDE: u16 = 20;
/// Marks of two classes as a pair: `“Let us go.’`
pub(super) const MISMATCHED: u16 = 55;
/// Two marks of one class that nobody's typography pairs.
pub(super) const MIXED: u16 = 10;
/// A quotation that its paragraph ends and no mark.
pub(super) const RUN_OUT: u16 = 40;
/// The same for one that begins a sentence inside of the paragraph.
pub(super) const RUN_OUT_LATE: u16 = 50;
/// And how many bytes that may be at most: a few sentences.
pub(super) const LATE: usize = 600;
/// A quotation that goes on in the next paragraph, which begins with its mark.
pub(super) const REOPENED: u16 = 5;
/// The same without the mark.
pub(super) const CARRIED: u16 = 30;
/// The same where the line breaks inside of a sentence.
pub(super) const WRAPPED: u16 = 10;
/// A single-quoted stretch costs one point for so many bytes: long ones are
/// more often two apostrophes.
pub(super) const BYTES_PER_POINT: usize = 40;
/// And no more than this.
pub(super) const LONGEST: usize = 30;

/// Which way each form points in a text: points for using it so.
pub(super) struct Ways {
    open: [u16; FORMS],
    close: [u16; FORMS],
}

impl Ways {
    /// Learns them from the marks that stand where only one reading fits.
    pub(super) fn of(marks: &[Mark]) -> Self {
        let mut opening = [0_usize; FORMS];
        let mut closing = [0_usize; FORMS];
        for mark in marks {
            if is_clear_opener(mark) {
                opening[mark.form as usize] += 1;
            } else if is_clear_closer(mark) {
                closing[mark.form as usize] += 1;
            }
        }
        let mut ways = Self { open: [0; FORMS], close: [0; FORMS] };
        for mark in marks {
            let i = mark.form as usize;
            let (open, close) = (opening[i], closing[i]);
            (ways.open[i], ways.close[i]) = match mark.form.shape() {
                Shape::Straight => (0, 0),
                Shape::OnlyOpening => (0, NEVER),
                Shape::Opening => (native(open, close), against(open, close)),
                Shape::Closing => (against(close, open), native(close, open)),
            };
        }
        ways
    }
}

/// Points for using a mark as its shape says.
fn native(with: usize, against: usize) -> u16 {
    if with == 0 && against > 1 { 20 } else { 0 }
}

/// Points for using a mark as its shape does not say.
fn against(with: usize, against: usize) -> u16 {
    if against == 0 || against * 10 < with {
        AGAINST_SHAPE
    } else if against * 3 < with {
        15
    } else {
        0
    }
}

fn is_clear_opener(mark: &Mark) -> bool {
    matches!(mark.left, Side::Edge | Side::Space | Side::Opener) && mark.right.is_word()
}

fn is_clear_closer(mark: &Mark) -> bool {
    matches!(mark.left, Side::Letter | Side::Wide | Side::Stop | Side::Comma)
        && matches!(mark.right, Side::Edge | Side::Space | Side::Stop | Side::Comma | Side::Closer)
}

/// The costs of a mark where it stands.
pub(super) fn of(mark: &Mark, ways: &Ways) -> Costs {
    let i = mark.form as usize;
    let mut costs = Costs {
        open: opening(mark.left, mark.right).saturating_add(ways.open[i]),
        close: closing(mark.left, mark.right).saturating_add(ways.close[i]),
        skip: skipping(mark),
    };
    match mark.habit {
        Habit::Mark => {}
        Habit::Elision => costs.open += 40,
        Habit::Possessive => {
            costs.close += 15;
            costs.open = NEVER;
        }
        Habit::Clipped => costs.open = NEVER,
        Habit::Prime => costs.open += 20,
        Habit::Gershayim => {
            costs.open = 10;
            costs.close += 20;
        }
    }
    costs
}

fn opening(left: Side, right: Side) -> u16 {
    let before = match left {
        Side::Edge | Side::Space | Side::Opener | Side::Dash | Side::Joint | Side::Wide => 0,
        Side::Hyphen | Side::Symbol => 5,
        Side::Comma => 10,
        Side::Stop | Side::Closer | Side::Ellipsis => 30,
        Side::Letter => 50,
        Side::Digit => 60,
    };
    let after = match right {
        Side::Edge => return NEVER,
        // `" words "`: either, and the reading as a whole decides.
        Side::Space
            if matches!(
                left,
                Side::Edge | Side::Space | Side::Opener | Side::Wide | Side::Comma | Side::Joint
            ) =>
        {
            15
        }
        Side::Space | Side::Closer => 90,
        Side::Stop | Side::Comma => 50,
        Side::Hyphen | Side::Dash | Side::Symbol | Side::Joint => 5,
        Side::Letter | Side::Wide | Side::Digit | Side::Opener | Side::Ellipsis => 0,
    };
    before + after
}

fn closing(left: Side, right: Side) -> u16 {
    let ends = matches!(right, Side::Edge | Side::Stop | Side::Comma | Side::Closer | Side::Ellipsis);
    let before = match left {
        Side::Edge => 70,
        Side::Opener => 90,
        Side::Space if ends => 10,
        Side::Space if right == Side::Space => 15,
        Side::Space => 40,
        Side::Dash | Side::Hyphen | Side::Joint => 5,
        _ => 0,
    };
    let after = match right {
        Side::Letter if matches!(left, Side::Stop | Side::Comma | Side::Ellipsis | Side::Closer) => 20,
        Side::Letter => 40,
        Side::Digit => 20,
        Side::Opener | Side::Symbol => 10,
        _ => 0,
    };
    before + after
}

fn skipping(mark: &Mark) -> u16 {
    let spaced = mark.left == Side::Space && mark.right == Side::Space;
    match (mark.form.class(), mark.habit) {
        (_, Habit::Elision) => 0,
        (Class::Single, Habit::Prime) | (_, Habit::Possessive) => 5,
        (_, Habit::Clipped) => 15,
        (_, Habit::Gershayim) => 10,
        (_, Habit::Prime) if mark.form == Form::Prime => 0,
        (_, Habit::Prime) => 20,
        (Class::Single, Habit::Mark) => match mark.form {
            _ if spaced => 10,
            Form::SingleTurned | Form::SingleLow => 40,
            Form::SingleRaised if !matches!(mark.left, Side::Stop | Side::Comma) => 10,
            Form::Backtick => 15,
            _ if matches!(mark.left, Side::Stop | Side::Comma | Side::Ellipsis) => 50,
            _ => 30,
        },
        (Class::Angle | Class::SmallAngle, Habit::Mark) if spaced => 30,
        (Class::Double, Habit::Mark) => match mark.form {
            Form::Commas | Form::Prime => 20,
            Form::Twin => 40,
            _ if mark.left == Side::Letter && mark.right == Side::Letter => 30,
            _ => 60,
        },
        _ => 60,
    }
}
