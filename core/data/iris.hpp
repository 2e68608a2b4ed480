#pragma once
/// Fisher's Iris (R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936), in the
/// copy of scikit-learn (`sklearn.datasets.load_iris`). Public domain.

#include "data/table.hpp"

namespace backprop {

/// 150 flowers: sepal length and width, petal length and width in cm; three species, 50 rows of each,
/// one after the other. No row held out.
Table iris();

}  // namespace backprop
