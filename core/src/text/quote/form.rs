//! The forms of quotation marks: which ones pair, and which way each one looks.

/// Marks that can open and close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Double,
    Single,
    Angle,
    SmallAngle,
    Corner,
    WhiteCorner,
}

/// Which side of a quotation a mark stands on by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Opens, and closes only where a text uses it so (`„…“`, `»…«`).
    Opening,
    /// Closes, and opens only where a text uses it so (`”…”`, `»…»`).
    Closing,
    /// Opens and nothing else (`„`, ` `` `).
    OnlyOpening,
    /// Says nothing (`"`, `'`).
    Straight,
}

/// One way to write a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Form {
    /// `"`, and its full-width form.
    Straight,
    /// `“`, `〝`, `❝`, and `‘‘`.
    Turned,
    /// `”`, `〞`, `❞`, and `’’`.
    Raised,
    /// `„`, `‟`, and `‚‚`.
    Low,
    /// `″`, typed for a quotation mark, and far more often inches.
    Prime,
    /// Hebrew `״`, a quotation mark and the sign of an abbreviation.
    Gershayim,
    /// ` `` ` of typewriters and TeX.
    Backticks,
    /// `''` of typewriters, and of newspapers whose systems know no other.
    Twin,
    /// `,,` of typewriters.
    Commas,
    /// `'`, and its full-width form.
    SingleStraight,
    /// `‘`.
    SingleTurned,
    /// `’`, an apostrophe first.
    SingleRaised,
    /// `‚` and `‛`.
    SingleLow,
    /// A backtick that opens what `'` closes.
    Backtick,
    AngleLeft,
    AngleRight,
    SmallAngleLeft,
    SmallAngleRight,
    CornerLeft,
    CornerRight,
    WhiteCornerLeft,
    WhiteCornerRight,
}

/// How many forms there are.
pub(super) const FORMS: usize = Form::WhiteCornerRight as usize + 1;

impl Form {
    /// The form of a mark that is one character.
    pub(super) fn of(c: char) -> Option<Self> {
        Some(match c {
            '"' | '＂' => Self::Straight,
            '“' | '〝' | '❝' => Self::Turned,
            '”' | '〞' | '❞' => Self::Raised,
            '„' | '‟' | '〟' => Self::Low,
            '″' => Self::Prime,
            '״' => Self::Gershayim,
            '\'' | '＇' => Self::SingleStraight,
            '‘' => Self::SingleTurned,
            '’' => Self::SingleRaised,
            '‚' | '‛' => Self::SingleLow,
            '`' => Self::Backtick,
            '«' => Self::AngleLeft,
            '»' => Self::AngleRight,
            '‹' => Self::SmallAngleLeft,
            '›' => Self::SmallAngleRight,
            '「' | '｢' | '﹁' => Self::CornerLeft,
            '」' | '｣' | '﹂' => Self::CornerRight,
            '『' | '﹃' => Self::WhiteCornerLeft,
            '』' | '﹄' => Self::WhiteCornerRight,
            _ => return None,
        })
    }

    /// The form that two of the same single mark in a row make.
    pub(super) fn doubled(self) -> Option<Self> {
        Some(match self {
            Self::Straight => Self::Straight,
            Self::SingleStraight => Self::Twin,
            Self::SingleTurned => Self::Turned,
            Self::SingleRaised => Self::Raised,
            Self::SingleLow => Self::Low,
            Self::Backtick => Self::Backticks,
            _ => return None,
        })
    }

    pub(super) fn class(self) -> Class {
        match self {
            Self::Straight
            | Self::Turned
            | Self::Raised
            | Self::Low
            | Self::Prime
            | Self::Gershayim
            | Self::Backticks
            | Self::Twin
            | Self::Commas => Class::Double,
            Self::SingleStraight
            | Self::SingleTurned
            | Self::SingleRaised
            | Self::SingleLow
            | Self::Backtick => Class::Single,
            Self::AngleLeft | Self::AngleRight => Class::Angle,
            Self::SmallAngleLeft | Self::SmallAngleRight => Class::SmallAngle,
            Self::CornerLeft | Self::CornerRight => Class::Corner,
            Self::WhiteCornerLeft | Self::WhiteCornerRight => Class::WhiteCorner,
        }
    }

    pub(super) fn shape(self) -> Shape {
        match self {
            Self::Straight | Self::Twin | Self::Prime | Self::Gershayim | Self::SingleStraight => {
                Shape::Straight
            }
            Self::Turned
            | Self::SingleTurned
            | Self::AngleLeft
            | Self::SmallAngleLeft
            | Self::CornerLeft
            | Self::WhiteCornerLeft => Shape::Opening,
            Self::Raised
            | Self::SingleRaised
            | Self::AngleRight
            | Self::SmallAngleRight
            | Self::CornerRight
            | Self::WhiteCornerRight => Shape::Closing,
            Self::Low | Self::SingleLow | Self::Commas | Self::Backticks | Self::Backtick => {
                Shape::OnlyOpening
            }
        }
    }

    /// Whether the mark is an apostrophe as well.
    pub(super) fn is_apostrophe(self) -> bool {
        matches!(self, Self::SingleStraight | Self::SingleRaised)
    }

    /// Whether somebody's typography pairs the two (CLDR's `quotationStart` to
    /// `alternateQuotationEnd`, and the typewriter's pairs). Others of one class
    /// are pairs that were mixed up.
    pub(super) fn is_usual_pair(self, closing: Self) -> bool {
        self == closing
            || matches!(
                (self, closing),
                (Self::Turned, Self::Raised)
                    | (Self::Low | Self::Commas, Self::Turned | Self::Raised)
                    | (Self::Backticks | Self::Commas, Self::Twin)
                    | (Self::SingleTurned, Self::SingleRaised)
                    | (Self::SingleLow, Self::SingleTurned | Self::SingleRaised)
                    | (Self::Backtick, Self::SingleStraight)
                    | (Self::AngleLeft, Self::AngleRight)
                    | (Self::AngleRight, Self::AngleLeft)
                    | (Self::SmallAngleLeft, Self::SmallAngleRight)
                    | (Self::SmallAngleRight, Self::SmallAngleLeft)
                    | (Self::CornerLeft, Self::CornerRight)
                    | (Self::WhiteCornerLeft, Self::WhiteCornerRight)
            )
    }
}
