//! Lines of a measured width: optimal-fit wrapping over our own fragments.
