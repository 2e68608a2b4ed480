// Marshalling asks this of every item of a list, without a call into C++ for each.
Module["isNumber"] = (item) => typeof item === "number";
