//! story-map as a Yew component: the element `<story-map>`, its attributes as props and its events as
//! callbacks, for a Yew program of your own.
//!
//! The map is a program apart, which the page loads; this crate only speaks with it, and adds next to
//! nothing to yours. Put the files of `package/module/` beside your page and load them in its head:
//!
//! ```html
//! <script type="module" src="story-map/story-map.js"></script>
//! ```
//!
//! Then, anywhere in your program:
//!
//! ```
//! use story_map_yew::{Selection, StoryMap};
//! use yew::prelude::*;
//!
//! #[component]
//! fn Article() -> Html {
//!     let place = use_state(|| None::<String>);
//!     let on_select = {
//!         let place = place.clone();
//!         Callback::from(move |selection: Selection| place.set(selection.place))
//!     };
//!     html! {
//!         <>
//!             <p>{ place.as_deref().unwrap_or("nowhere yet") }</p>
//!             <StoryMap place="baku" lang="ko" {on_select}>
//!                 { "Shown until the map is, or where it cannot be." }
//!             </StoryMap>
//!         </>
//!     }
//! }
//! ```
//!
//! `examples/yew-app/` is a whole program that does so.

mod component;
mod heard;
mod props;

pub use component::StoryMap;
pub use heard::{Filter, Selection, StoryError, View};
pub use props::{Control, Gestures, Projection, StoryMapProps, Theme};
