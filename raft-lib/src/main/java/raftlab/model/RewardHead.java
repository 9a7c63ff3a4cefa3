package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import raftlab.core.UserError;
import raftlab.tensor.Kernels;
import raftlab.weights.NamedTensor;
import raftlab.weights.SafetensorsFile;
import raftlab.weights.SafetensorsWriter;
import raftlab.weights.StoredType;

/**
 * A decoder that gives a sequence one number: r = v . h, h [C] the final normed state of the last
 * token, or the sum of that over all tokens, see {@link RewardReading}.
 *
 * <p>In memory v is the difference of two rows [2, C] that stand in the place of the language
 * model's head: the difference of their two logits is the difference of two log-probabilities, so
 * the kernels that score and train a language model do the same for a reward. On disk it is {@code
 * score.weight} [1, C] in {@code reward_head.safetensors} beside the decoder's own files, the name
 * and shape that sequence classifiers of transformers have; a sum has another name. Not
 * thread-safe.
 */
public final class RewardHead implements AutoCloseable {

  private static final String FILE = "reward_head.safetensors";
  private final DecoderPolicy body;
  private final RewardReading reading;
  private final NDArray rows;

  private RewardHead(DecoderPolicy body, RewardReading reading) {
    this.body = body;
    this.reading = reading;
    this.rows = Precision.FLOAT32.zeros(body.manager(), new Shape(2, body.config().hidden()));
  }

  /** Puts a new head on a decoder, which it takes over: v is normal with deviation 1/sqrt(C). */
  public static RewardHead fresh(DecoderPolicy body, RewardReading reading, long seed) {
    if (body.adapter().isPresent()) {
      throw new UserError(
          body.name() + " has an adapter, a reward model has none", "", "Merge the adapter first");
    }
    if (body.precision() != Precision.FLOAT32) {
      throw new UserError(
          body.name() + " computes in " + body.precision().option(),
          "reward models are trained in float32",
          "Load it again with --dtype float32");
    }
    RewardHead head = new RewardHead(body, reading);
    int width = body.config().hidden();
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[2 * width];
    for (int i = 0; i < width; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(width));
    }
    head.fill(values);
    return head;
  }

  /** Returns whether a folder holds a reward model. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /** Reads a folder that {@link #save} wrote. */
  public static RewardHead load(Path folder) {
    Path file = folder.resolve(FILE);
    if (!java.nio.file.Files.isRegularFile(file)) {
      throw new UserError(
          folder + " holds no reward model",
          "it has no " + FILE,
          "Train one: train-reward NAME --pairs FILE");
    }
    DecoderPolicy body = DecoderPolicy.load(folder);
    try (SafetensorsFile stored = SafetensorsFile.open(file)) {
      int width = body.config().hidden();
      RewardReading reading = reading(stored);
      String name = reading.tensor();
      if (!stored.names().contains(name)
          || !java.util.Arrays.equals(stored.entry(name).shape(), new long[] {1, width})) {
        throw new UserError(file + " has no " + name + " of shape [1, " + width + "]");
      }
      float[] values = new float[2 * width];
      stored.bytes(name).asFloatBuffer().get(values, 0, width);
      RewardHead head = new RewardHead(body, reading);
      head.fill(values);
      return head;
    } catch (RuntimeException e) {
      body.close();
      throw e;
    }
  }

  private static RewardReading reading(SafetensorsFile stored) {
    return stored.names().contains(RewardReading.SUM.tensor())
        ? RewardReading.SUM
        : RewardReading.LAST;
  }

  private void fill(float[] values) {
    try (PtNDManager scope = (PtNDManager) manager().newSubManager()) {
      Kernels.get().run("fill", rows, 0L, scope.create(values));
    }
  }

  /** Writes decoder and head into a folder. */
  public void save(Path folder) {
    body.save(folder);
    int width = body.config().hidden();
    float[] values = rows.toFloatArray();
    ByteBuffer bytes = ByteBuffer.allocateDirect(4 * width).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < width; i++) {
      bytes.putFloat(values[i] - values[width + i]);
    }
    bytes.flip();
    SafetensorsWriter.write(
        folder.resolve(FILE),
        List.of(
            new NamedTensor(
                reading.tensor(),
                StoredType.F32,
                new long[] {1, width},
                () -> bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN))),
        Map.of("format", "pt"));
  }

  public DecoderPolicy body() {
    return body;
  }

  public RewardReading reading() {
    return reading;
  }

  /** Returns the tensors in the kernels' order, with the two rows in place of the head. */
  public List<NDArray> tensors() {
    List<NDArray> tensors = new ArrayList<>(body.base().tensors());
    tensors.set(tensors.size() - 1, rows);
    return tensors;
  }

  /** Returns the manager that owns the weights. */
  public PtNDManager manager() {
    return body.manager();
  }

  @Override
  public void close() {
    body.close();
  }
}
