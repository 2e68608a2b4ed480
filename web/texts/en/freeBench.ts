/** Chapter 0. */
export const freeBench = {
  heading: "The free bench",
  intro:
    "A small network looks at points of two classes in a plane and learns to tell them apart. Press Train and watch the boundary move.",
  tryHeading: "Try",
  tries: [
    "Pause, take single steps, go back, rewind: the same weights, the same path, every time.",
    "Choose the spirals. The network of 4 and 3 neurons has a hard time. Give it more, or let it see x₁² and sin x₁.",
    "Draw points of your own where you think it must fail.",
    "Choose the plane to fit, a slope without classes, and raise the learning rate: to 1 the cost still falls, at 3 numbers grow until one is finite no more. The page says which.",
    "Open Descent: the cost over two of the weights, and the path that training walked on it.",
  ],
  predictHeading: "Predict first",
  predict:
    "Set First weights to zeros and train. What will the hidden neurons of one layer look like: alike, or different? Why can they not part?",
};
