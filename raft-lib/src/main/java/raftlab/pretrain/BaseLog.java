package raftlab.pretrain;

import raftlab.train.TrainReport;

/**
 * How the training of a base model went; {@code training.json} in its folder.
 *
 * @param weights SHA-256 of all weights as float32, in hexadecimal
 * @param report steps, tokens, losses and seconds
 * @param curve the loss along the way
 */
public record BaseLog(String weights, TrainReport report, LossCurve curve) {}
