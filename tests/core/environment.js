// By itself a program of Emscripten's sees an environment of its own; GoogleTest reads from node's which half of the tests
// it is to run.
Module.preRun = () => Object.assign(ENV, process.env);
