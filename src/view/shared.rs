//! Shared: what many hold and nobody changes, as a prop.

use std::ops::Deref;
use std::rc::Rc;

/// Equal when it is the very same. A bare [`Rc`] would compare all of a story, or every point of the
/// world, each time that Yew asks whether to draw anew.
#[derive(Debug)]
pub struct Shared<T>(pub Rc<T>);

impl<T> Shared<T> {
    /// Shares a value from now on.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = Rc<T>;

    fn deref(&self) -> &Rc<T> {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_very_same_is_equal() {
        let (one, other) = (Shared::new(f64::NAN), Shared::new(1.0));
        assert_eq!(one, one.clone());
        assert_ne!(other, Shared::new(1.0));
    }
}
