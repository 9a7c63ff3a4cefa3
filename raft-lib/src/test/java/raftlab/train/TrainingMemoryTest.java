package raftlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import raftlab.model.DecoderConfig;
import raftlab.model.Precision;

class TrainingMemoryTest {

  private static final DecoderConfig SMALL =
      new DecoderConfig("qwen2", 512, 128, 5, 4, 2, 32, 384, 1e4, 1e-6, true, 384);
  private static final DecoderConfig HALF_BILLION =
      new DecoderConfig("qwen2", 151936, 896, 24, 14, 2, 64, 4864, 1e6, 1e-6, true, 4096);

  @Test
  void aSmallModelsMicroBatchesAreBoundByTheirSizeOnly() {
    assertEquals(2048, TrainingMemory.cells(SMALL, Precision.FLOAT32, false));
  }

  @Test
  void aLargeModelsMicroBatchesAreBoundByTheirActivations() {
    int cells = TrainingMemory.cells(HALF_BILLION, Precision.FLOAT32, false);
    assertTrue(cells < 2048, "cells " + cells);
    assertTrue(activations(cells) <= TrainingMemory.ACTIVATIONS);
    assertTrue(activations(cells + 1) > TrainingMemory.ACTIVATIONS);
  }

  @Test
  void halfTheBytesOrCheckpointingLetMoreTokensIn() {
    int cells = TrainingMemory.cells(HALF_BILLION, Precision.FLOAT32, false);
    assertEquals(2.0 * cells, TrainingMemory.cells(HALF_BILLION, Precision.BFLOAT16, false), 1);
    assertEquals(2048, TrainingMemory.cells(HALF_BILLION, Precision.FLOAT32, true));
  }

  private static long activations(int cells) {
    return TrainingMemory.of(HALF_BILLION, Precision.FLOAT32, Optional.empty(), false, cells)
        .activations();
  }
}
