// Under node a program of Emscripten's sees the environment that it was started in: GoogleTest reads its share from it.
Module.preRun = () => Object.assign(ENV, process.env);
