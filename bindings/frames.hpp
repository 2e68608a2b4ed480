#pragma once
/// The shapes of web/engine/protocol.ts: descriptions down to the last field, frames as wanted.

#include "experiment/observation.hpp"
#include "marshal.hpp"

namespace backprop::marshal {

/// The core's table of fields: FieldInfo[].
val fieldInfos();

/// A Description; without its table where the page has that version of it already.
val describe(const Experiment&, Index knownDataVersion);

/// A Frame with what the request wants.  @return  {value} or {error}
val frame(const Experiment&, Picture& field, Picture& neurons, const Tree& request, const val& fieldInto);

/// {outputs, decided} of points.  @param values  rows of all columns    @return  {value} or {error}
val predict(const Experiment&, const Tree& values);

}  // namespace backprop::marshal
