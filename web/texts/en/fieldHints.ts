/** What a field of the spec means, in one sentence for someone who meets it for the first time. */
export const fieldHints: Readonly<Record<string, string>> = {
  "data.count": "How many points are made, of all classes together",
  "data.noise": "How far points stray at random from their shape",
  "data.testFraction": "Points that training never sees: they tell how the network does on new ones",
  "data.seed": "The same number gives the same points again",
  "data.standardize":
    "Shifts and scales each input to mean 0 and standard deviation 1, so that no input outweighs another",
  "model.output":
    "What the last layer gives: sigmoid a probability for each class by itself, softmax probabilities that add up to 1, tanh −1 to 1, linear any number",
  "model.initialization":
    "How the weights are drawn before training. Glorot and He choose their spread by the number of links, so that signals neither die out nor explode",
  "model.seed": "The same number gives the same first weights again",
  "model.precision": "How many binary digits the numbers have while it trains",
  "cost.error":
    "How a wrong answer counts. Cross-entropy: −ln of the probability given to the right class. Squared error: ½(a − y)². Huber: squared where small, linear where large",
  "cost.huberDelta": "From this distance on the error grows linearly",
  "cost.l2": "Adds λ/2 times the sum of the squared weights to the cost: keeps weights small",
  "cost.l1": "Adds λ times the sum of the sizes of the weights to the cost: drives idle weights to zero",
  "learner.rule": "How a step is made from the gradient",
  "learner.rate": "How far a step goes: plain descent moves each weight by −α times its slope",
  "learner.momentum": "Which share of the last step is carried on into the next one",
  "learner.decay": "How long past squared gradients are remembered",
  "learner.beta1": "How long past gradients are remembered",
  "learner.beta2": "How long past squared gradients are remembered",
  "learner.epsilon": "A small number that keeps a division from being by zero",
  "learner.schedule": "How the learning rate changes as epochs pass",
  "learner.batch": "How many points one step looks at. An epoch is done when all of them have been seen once",
  "learner.shuffle": "Visits the points in a new random order in each epoch",
  "learner.seed": "The same number gives the same orders again",
  "learner.convention":
    "What a mistake adds to the weights. The lecture: η (y − ŷ) x, and z = 0 is taken for +1. scikit-learn: η y x, and z = 0 is a mistake for either class",
  "learner.answer":
    "The weights that decide: the last; the pocket’s, which made the fewest mistakes of all so far; or the average over all patterns seen",
  "learner.tolerance":
    "Stops when the cost has not fallen by this, times the points, for some epochs: scikit-learn’s tol. None: after an epoch without a mistake",
  "learner.patience": "For how many epochs it waits: scikit-learn’s n_iter_no_change",
  "learner.threshold": "Where the line stands along w: midway between the means, or moved towards the rarer class",
  "learner.shrinkage": "Draws the covariance towards a ball: 0 as measured, 1 a ball",
  "learner.clip": "A gradient longer than this is shortened to it: no step can be huge",
  "stop.cost": "Stops once the training cost is this small",
  "stop.accuracy": "Stops once this share of the training points is right",
  "stop.epochs": "Stops after so many passes over the training points",
};
