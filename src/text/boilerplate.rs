//! What is not the article: repeated titles, bylines, pitches, notices, share
//! bars, pointers to other articles. Marks blocks, and never takes one out.
