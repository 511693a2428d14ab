//! Gesture: what fingers, wheel, keys and buttons ask of the camera, with no camera in sight.
//!
//! Input comes as plain values and leaves as a change, so every gesture is a table of values in a
//! test. Only the stage listens to the page, and only the camera knows where it is.

use super::inertia::{Glide, Trail};
use crate::geo::camera::Camera;
use crate::geo::growth::log2;
use crate::geo::{Screen, Size};

/// Something done on the map, in pixels of its box; times are milliseconds of any one clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input {
    /// A pointer went down on the map.
    Pressed {
        /// Tells fingers apart.
        pointer: i32,
        /// Where.
        at: Screen,
        /// Whether it is a finger on glass, which scrolls pages too.
        finger: bool,
    },
    /// A pointer moved, pressed or not.
    Moved {
        /// Tells fingers apart.
        pointer: i32,
        /// Where to.
        at: Screen,
        /// When.
        time_ms: f64,
    },
    /// A pointer went up.
    Lifted {
        /// Tells fingers apart.
        pointer: i32,
        /// When.
        time_ms: f64,
    },
    /// The browser took a pointer for scrolling, or it went up unseen.
    Lost {
        /// Tells fingers apart.
        pointer: i32,
    },
    /// The wheel turned.
    Wheeled {
        /// Over which point.
        at: Screen,
        /// How far, in pixels a page would scroll; positive towards the reader.
        pixels: f64,
        /// Ctrl or Cmd is held, or it is a trackpad's pinch, which browsers report so.
        held: bool,
    },
    /// A double click or double tap.
    Doubled {
        /// Where.
        at: Screen,
    },
}

/// What the map does about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// A hand is on the globe: if it turns by itself, that ends.
    Caught,
    /// The view changes.
    Moved(Delta),
    /// The globe was let go in motion.
    Thrown(Glide),
    /// It is left to the page; the reader may have meant the map.
    Refused(Refused),
}

/// What was left to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A plain wheel.
    Wheel,
    /// One finger.
    Finger,
}

/// A change of view: what was at `from` comes to `to`, and all of it nearer by `steps` of zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delta {
    /// Where the ground was.
    pub from: Screen,
    /// Where it shall be.
    pub to: Screen,
    /// Doublings of scale; negative is farther.
    pub steps: f64,
}

impl Delta {
    /// The camera after this change.
    pub fn apply(self, camera: Camera, size: Size) -> Camera {
        let dragged = if self.from == self.to {
            camera
        } else {
            camera.dragged(self.from, self.to, size)
        };
        if self.steps == 0.0 {
            dragged
        } else {
            dragged.zoomed(self.steps, self.to, size)
        }
    }
}

/// Pixels of wheel that double the scale: about two notches of a common mouse.
const WHEEL_PX_PER_STEP: f64 = 240.0;
/// The most that one wheel event may zoom, whatever the device claims.
const WHEEL_MOST_STEPS: f64 = 1.0;
/// A press that moves less than this is a click.
const DRAG_THRESHOLD_PX: f64 = 4.0;

/// The fingers on the map and what they are doing.
#[allow(clippy::struct_excessive_bools)] // a setting, and three things that a press may be at once
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gesture {
    /// Whether a plain wheel zooms and one finger drags; else they scroll the page, and Ctrl or Cmd
    /// or a second finger is asked for.
    pub greedy: bool,
    held: Vec<(i32, Screen)>,
    /// Whether what was pressed last is a finger.
    finger: bool,
    /// Whether this press has been refused already.
    refused: bool,
    dragging: bool,
    trail: Trail,
}

impl Gesture {
    /// Whether a press has become a drag, so that it no longer counts as a click.
    pub fn is_dragging(&self) -> bool {
        self.dragging
    }

    /// Takes what was done; what comes of it, or `None` when it is not the map's business.
    pub fn step(&mut self, input: Input) -> Option<Answer> {
        match input {
            Input::Pressed {
                pointer,
                at,
                finger,
            } => {
                (self.finger, self.refused) = (finger, false);
                self.held.retain(|&(held, _)| held != pointer);
                // A third finger asks for nothing that two do not.
                if self.held.len() < 2 {
                    self.held.push((pointer, at));
                }
                self.trail.clear();
                Some(Answer::Caught)
            }
            Input::Moved {
                pointer,
                at,
                time_ms,
            } => self.moved(pointer, at, time_ms),
            Input::Lifted { pointer, time_ms } => {
                let was_dragging = self.dragging;
                self.let_go(pointer);
                let ended = was_dragging && !self.dragging;
                let glide = ended.then(|| self.trail.let_go(time_ms)).flatten();
                glide.map(Answer::Thrown)
            }
            Input::Lost { pointer } => {
                let refused = self.is_held(pointer) && self.is_pages();
                self.let_go(pointer);
                if refused { self.refuse() } else { None }
            }
            Input::Wheeled { pixels: 0.0, .. } => None, // sideways
            Input::Wheeled { at, pixels, held } => {
                if !held && !self.greedy {
                    return Some(Answer::Refused(Refused::Wheel));
                }
                let steps = -pixels / WHEEL_PX_PER_STEP;
                Some(Answer::Moved(Delta {
                    from: at,
                    to: at,
                    steps: steps.clamp(-WHEEL_MOST_STEPS, WHEEL_MOST_STEPS),
                }))
            }
            Input::Doubled { at } => Some(Answer::Moved(Delta {
                from: at,
                to: at,
                steps: 1.0,
            })),
        }
    }

    fn let_go(&mut self, pointer: i32) {
        self.held.retain(|&(held, _)| held != pointer);
        self.dragging &= !self.held.is_empty();
    }

    fn is_held(&self, pointer: i32) -> bool {
        self.held.iter().any(|&(held, _)| held == pointer)
    }

    /// Whether what is held is one finger, and so the page's.
    fn is_pages(&self) -> bool {
        self.finger && !self.greedy && self.held.len() == 1
    }

    /// Says so once a press; and after a pinch the finger that is still down asks for nothing.
    fn refuse(&mut self) -> Option<Answer> {
        let again = self.refused || self.dragging;
        self.refused = true;
        (!again).then_some(Answer::Refused(Refused::Finger))
    }

    fn moved(&mut self, pointer: i32, at: Screen, time_ms: f64) -> Option<Answer> {
        let index = self.held.iter().position(|&(held, _)| held == pointer)?;
        let before = self.held[index].1;
        if !self.dragging && self.held.len() == 1 && before.distance(at) < DRAG_THRESHOLD_PX {
            return None;
        }
        if self.is_pages() {
            return self.refuse();
        }
        self.dragging = true;
        self.held[index].1 = at;
        let Some(&(_, other)) = self.held.get(1 - index) else {
            self.trail.add(time_ms, at);
            return Some(Answer::Moved(Delta {
                from: before,
                to: at,
                steps: 0.0,
            }));
        };
        // Fingers never leave at the same time: the end of a pinch is no throw.
        self.trail.clear();
        let spread = at.distance(other).max(1.0) / before.distance(other).max(1.0);
        Some(Answer::Moved(Delta {
            from: before.middle(other),
            to: at.middle(other),
            steps: log2(spread),
        }))
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp)] // halves and wholes, which floats hold exactly
mod tests {
    use super::*;

    const fn at(x: f64, y: f64) -> Screen {
        Screen { x, y }
    }

    const fn pressed(pointer: i32, x: f64, y: f64) -> Input {
        Input::Pressed {
            pointer,
            at: at(x, y),
            finger: false,
        }
    }

    const fn touched(pointer: i32, x: f64, y: f64) -> Input {
        Input::Pressed {
            pointer,
            at: at(x, y),
            finger: true,
        }
    }

    const fn moved(pointer: i32, x: f64, y: f64) -> Input {
        Input::Moved {
            pointer,
            at: at(x, y),
            time_ms: 0.0,
        }
    }

    fn step(gesture: &mut Gesture, input: Input) -> Option<Delta> {
        match gesture.step(input) {
            Some(Answer::Moved(delta)) => Some(delta),
            _ => None,
        }
    }

    fn steps(gesture: &mut Gesture, inputs: &[Input]) -> Vec<Delta> {
        inputs
            .iter()
            .filter_map(|&input| step(gesture, input))
            .collect()
    }

    #[test]
    fn one_finger_drags_after_a_threshold() {
        let mut gesture = Gesture::default();
        let deltas = steps(
            &mut gesture,
            &[
                moved(1, 0.0, 0.0),
                pressed(1, 10.0, 10.0),
                moved(1, 12.0, 10.0),
                moved(1, 30.0, 10.0),
                moved(1, 31.0, 12.0),
            ],
        );
        let drag = |from, to| Delta {
            from,
            to,
            steps: 0.0,
        };
        assert_eq!(
            deltas,
            [
                drag(at(10.0, 10.0), at(30.0, 10.0)),
                drag(at(30.0, 10.0), at(31.0, 12.0))
            ]
        );
        assert!(gesture.is_dragging());
        gesture.step(Input::Lost { pointer: 1 });
        assert!(!gesture.is_dragging());
        assert_eq!(gesture.step(moved(1, 50.0, 50.0)), None);
    }

    #[test]
    fn only_a_drag_of_one_finger_that_went_up_in_motion_is_a_throw() {
        let moved = |pointer, x, time_ms| Input::Moved {
            pointer,
            at: at(x, 0.0),
            time_ms,
        };
        let lifted = |pointer| Input::Lifted {
            pointer,
            time_ms: 40.0,
        };
        let drag = [
            pressed(1, 0.0, 0.0),
            moved(1, 20.0, 0.0),
            moved(1, 60.0, 40.0),
        ];
        let pinch = [pressed(2, 99.0, 0.0), moved(2, 90.0, 40.0), lifted(1)];
        for (what, after, last, is_throw) in [
            ("a drag", &[][..], lifted(1), true),
            (
                "a drag taken for scrolling",
                &[],
                Input::Lost { pointer: 1 },
                false,
            ),
            ("a drag that became a pinch", &pinch, lifted(2), false),
        ] {
            let mut gesture = Gesture::default();
            steps(&mut gesture, &drag);
            steps(&mut gesture, after);
            let thrown = matches!(gesture.step(last), Some(Answer::Thrown(_)));
            assert_eq!(thrown, is_throw, "{what}");
        }
        let mut gesture = Gesture::default();
        assert_eq!(gesture.step(pressed(1, 0.0, 0.0)), Some(Answer::Caught));
        assert_eq!(gesture.step(lifted(1)), None, "a click");
    }

    #[test]
    fn two_fingers_pinch_about_their_middle() {
        let deltas = steps(
            &mut Gesture::default(),
            &[
                pressed(1, 100.0, 100.0),
                pressed(2, 200.0, 100.0),
                moved(2, 300.0, 100.0),
            ],
        );
        assert_eq!(
            deltas,
            [Delta {
                from: at(150.0, 100.0),
                to: at(200.0, 100.0),
                steps: 1.0
            }]
        );
    }

    #[test]
    fn a_third_finger_changes_nothing() {
        let deltas = steps(
            &mut Gesture::default(),
            &[
                pressed(1, 0.0, 0.0),
                pressed(2, 9.0, 0.0),
                pressed(3, 5.0, 5.0),
                moved(3, 90.0, 90.0),
            ],
        );
        assert_eq!(deltas, []);
    }

    #[test]
    fn a_plain_wheel_is_the_pages_and_a_held_one_the_maps() {
        let wheel = |held| Input::Wheeled {
            at: at(5.0, 5.0),
            pixels: -120.0,
            held,
        };
        let mut gesture = Gesture::default();
        let refused = Answer::Refused(Refused::Wheel);
        assert_eq!(gesture.step(wheel(false)), Some(refused));
        assert_eq!(step(&mut gesture, wheel(true)).unwrap().steps, 0.5);
        gesture.greedy = true;
        assert_eq!(step(&mut gesture, wheel(false)).unwrap().steps, 0.5);
    }

    #[test]
    fn a_wheel_that_turns_sideways_is_the_pages() {
        for (held, greedy) in [(false, false), (true, false), (false, true)] {
            let mut gesture = Gesture {
                greedy,
                ..Gesture::default()
            };
            let wheel = Input::Wheeled {
                at: at(5.0, 5.0),
                pixels: 0.0,
                held,
            };
            assert_eq!(gesture.step(wheel), None);
        }
    }

    #[test]
    fn one_finger_is_the_pages_and_told_so_once_two_are_the_maps() {
        let refused = Some(Answer::Refused(Refused::Finger));
        let lost = Input::Lost { pointer: 1 };
        let mut gesture = Gesture::default();
        gesture.step(touched(1, 10.0, 10.0));
        assert_eq!(gesture.step(moved(1, 12.0, 10.0)), None, "a tap");
        assert_eq!(gesture.step(moved(1, 10.0, 40.0)), refused);
        assert_eq!(gesture.step(moved(1, 10.0, 60.0)), None, "once");
        assert!(!gesture.is_dragging());
        assert_eq!(gesture.step(lost), None);

        gesture.step(touched(1, 10.0, 10.0));
        assert_eq!(gesture.step(lost), refused, "taken before it moved");

        gesture.step(touched(1, 100.0, 100.0));
        gesture.step(touched(2, 200.0, 100.0));
        let pinch = step(&mut gesture, moved(2, 300.0, 100.0)).unwrap();
        assert_eq!(pinch.steps, 1.0);
        let lifted = Input::Lifted {
            pointer: 2,
            time_ms: 0.0,
        };
        assert_eq!(gesture.step(lifted), None);
        assert_eq!(
            gesture.step(moved(1, 150.0, 150.0)),
            None,
            "what is left of a pinch"
        );

        let mut gesture = Gesture {
            greedy: true,
            ..Gesture::default()
        };
        gesture.step(touched(1, 10.0, 10.0));
        assert!(step(&mut gesture, moved(1, 10.0, 40.0)).is_some());
    }
}
