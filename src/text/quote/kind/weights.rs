//! The fitted weights: printed by `cargo bench --bench refit -- GOLD.jsonl`.

/// One for each feature, in their order; more than 0 in sum is speech.
pub(super) const WEIGHTS: [f32; super::FEATURES] = [
    1.159,  // always
    -1.714, // one word
    -0.517, // two words
    0.042,  // three words
    0.820,  // four or five words
    1.013,  // six to nine words
    1.514,  // ten words and more
    -1.236, // up to three words, nobody reports
    -1.484, // four words and more, nobody reports
    0.831,  // ends with a stop
    0.151,  // ends with a comma
    0.195,  // a comma follows
    0.701,  // a stop follows
    -0.125, // a hyphen or a slash touches
    -0.072, // a bracket follows
    -0.550, // in brackets
    1.958,  // after a colon
    0.623,  // after a comma
    1.336,  // begins the paragraph
    1.649,  // begins a sentence
    -0.314, // is a sentence
    -0.033, // is a short sentence
    -0.257, // in a line without a stop
    -0.196, // begins with a capital
    -1.934, // begins with a capital, where nouns do
    -2.347, // all words capitalized
    1.480,  // all words capitalized, nobody reports
    0.739,  // lower share
    0.398,  // a small word inside
    -0.010, // small words inside
    -0.049, // a comma inside
    0.318,  // speaks as I, we or you
    -0.282, // reporting word just before
    1.278,  // reporting word in the sentence before
    0.418,  // reporting word just after
    0.550,  // reporting word in the sentence after
    0.057,  // naming word before
    -1.155, // work or thing before
    0.122,  // article before
    -0.725, // capitalized word before
    0.258,  // lower-case word before
    1.413,  // that before
    1.439,  // as before
    -0.517, // quoted again
    0.541,  // inside of another
    -0.690, // single marks
    0.290,  // a lower-case word follows
    0.277,  // a quotation is near
    -0.348, // a long quotation in the paragraph
    0.000,  // attributed
];
