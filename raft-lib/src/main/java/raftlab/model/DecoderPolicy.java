package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.core.Policy;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.tensor.Engines;
import raftlab.tokenize.HfTokenizer;
import raftlab.tokenize.Tokenizer;
import raftlab.weights.Checkpoint;
import raftlab.weights.NamedTensor;
import raftlab.weights.SafetensorsWriter;
import raftlab.weights.StoredType;
import raftlab.weights.TensorEntry;

/**
 * A decoder with its tokenizer: the policy that is sampled and trained. Its weights live in native
 * memory until {@link #close}. Not thread-safe: one command works with it at a time.
 */
public final class DecoderPolicy implements Policy, AutoCloseable {

  private final String name;
  private final DecoderConfig config;
  private final Tokenizer tokenizer;
  private final Path tokenizerFolder;
  private final PtNDManager owner;
  private final Parameters parameters;
  private final NDArray rope;
  private String id;
  private Path folder;

  private DecoderPolicy(
      String name, DecoderConfig config, Tokenizer tokenizer, Path tokenizerFolder) {
    this.name = name;
    this.config = config;
    this.tokenizer = tokenizer;
    this.tokenizerFolder = tokenizerFolder;
    this.owner = Engines.newManager();
    this.parameters = Parameters.allocate(owner, config);
    this.rope = owner.create(new Shape(2, config.maxPositions(), config.headDim()));
    fillRope();
  }

  /** Loads a model folder in the Hugging Face layout. */
  public static DecoderPolicy load(Path folder) {
    DecoderConfig config = DecoderConfig.read(folder);
    Tokenizer tokenizer = HfTokenizer.load(folder);
    if (tokenizer.size() > config.vocabulary()) {
      throw new UserError(
          "the tokenizer in "
              + folder
              + " has "
              + tokenizer.size()
              + " tokens, the model's embedding "
              + config.vocabulary(),
          "they do not belong together",
          "Copy the whole model folder again");
    }
    Path absolute = folder.toAbsolutePath().normalize();
    DecoderPolicy policy =
        new DecoderPolicy(absolute.getFileName().toString(), config, tokenizer, absolute);
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      policy.read(checkpoint, folder);
      policy.folder = absolute;
    } catch (RuntimeException e) {
      policy.close();
      throw e;
    }
    return policy;
  }

  /**
   * Makes an untrained policy whose weights are decided by the seed; {@code tokenizerFolder} is
   * copied when it is saved.
   */
  public static DecoderPolicy fresh(
      String name, DecoderConfig config, Path tokenizerFolder, long seed) {
    DecoderPolicy policy =
        new DecoderPolicy(name, config, HfTokenizer.load(tokenizerFolder), tokenizerFolder);
    policy.parameters.initialise(seed);
    return policy;
  }

  /** Returns a copy that shares nothing with this one, such as a frozen reference. */
  public DecoderPolicy copy() {
    DecoderPolicy copy = new DecoderPolicy(name, config, tokenizer, tokenizerFolder);
    copy.parameters.copyFrom(parameters);
    return copy;
  }

  private void read(Checkpoint checkpoint, Path folder) {
    List<String> missing = new ArrayList<>();
    for (Parameters.Part part : parameters.parts()) {
      if (!checkpoint.names().contains(part.name())) {
        missing.add(part.name());
        continue;
      }
      TensorEntry entry = checkpoint.entry(part.name());
      if (!java.util.Arrays.equals(entry.shape(), part.shape())) {
        throw new UserError(
            "tensor "
                + part.name()
                + " in "
                + folder
                + " has shape "
                + java.util.Arrays.toString(entry.shape())
                + ", config.json expects "
                + java.util.Arrays.toString(part.shape()),
            "",
            "Copy the model folder again");
      }
      parameters.write(part, checkpoint.bytes(part.name()), entry.type());
    }
    if (!missing.isEmpty()) {
      throw new UserError(
          "the weights in "
              + folder
              + " lack "
              + missing.size()
              + " tensors, first "
              + missing.get(0),
          "",
          "Copy the model folder again; its config.json may belong to another model");
    }
  }

  /**
   * Writes the folder in the Hugging Face layout, in float32. A new folder appears whole or not at
   * all: it is filled beside its place and renamed.
   */
  public void save(Path folder) {
    tokenizer.save(folder);
    config.write(folder, tokenizer.endIds()[0], tokenizer.padId());
    AtomicFile.writeText(
        folder.resolve("generation_config.json"),
        "{\"eos_token_id\": "
            + tokenizer.endIds()[0]
            + ", \"pad_token_id\": "
            + tokenizer.padId()
            + "}\n");
    List<NamedTensor> tensors = new ArrayList<>();
    for (Parameters.Part part : parameters.parts()) {
      tensors.add(
          new NamedTensor(part.name(), StoredType.F32, part.shape(), () -> parameters.read(part)));
    }
    SafetensorsWriter.write(folder.resolve(Checkpoint.SINGLE), tensors, Map.of("format", "pt"));
  }

  /** Returns the name its identity begins with. */
  public String name() {
    return name;
  }

  /**
   * Returns the model folder that holds these weights: where they were read; empty if they were not
   * read or have changed since.
   */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  @Override
  public String id() {
    if (id == null) {
      id = name + "@" + weightsHash().substring(0, 12);
    }
    return id;
  }

  /**
   * Says that training changed the weights, so that the identity is computed anew when next asked
   * for.
   */
  public void weightsChanged() {
    id = null;
    folder = null;
  }

  /**
   * Returns the SHA-256 of all weights as float32, in hexadecimal: equal exactly if every bit is.
   */
  public String weightsHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Parameters.Part part : parameters.parts()) {
        digest.update(parameters.read(part));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int contextLength() {
    return config.maxPositions();
  }

  public DecoderConfig config() {
    return config;
  }

  public Tokenizer tokenizer() {
    return tokenizer;
  }

  public Parameters parameters() {
    return parameters;
  }

  public long parameterCount() {
    return parameters.count();
  }

  /** Returns the manager that owns the weights; work makes its own below it. */
  public PtNDManager manager() {
    return owner;
  }

  /** Returns the rotary tables [2, positions, D]: cosines, then sines. */
  public NDArray rope() {
    return rope;
  }

  /**
   * Returns the numbers the kernels take: layers, heads, key heads, head width, sliding window (0:
   * none).
   */
  public long[] kernelConfig() {
    return new long[] {
      config.layers(), config.heads(), config.kvHeads(), config.headDim(), config.slidingWindow()
    };
  }

  /** Returns a text's tokens; fails before any work if they leave no room for a completion. */
  public int[] encodePrompt(String promptId, String text) {
    int[] tokens = tokenizer.encode(text);
    Checks.user(
        tokens.length < contextLength(),
        "prompt "
            + promptId
            + " has "
            + tokens.length
            + " tokens, the model reads "
            + contextLength(),
        "nothing would be left for a completion",
        "Leave it out (--max-prompt-tokens) or take a model with a longer context");
    Checks.user(tokens.length > 0, "prompt " + promptId + " is empty", "", "Leave it out");
    return tokens;
  }

  private void fillRope() {
    int positions = config.maxPositions();
    int width = config.headDim();
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(2 * positions * width * 4).order(ByteOrder.nativeOrder());
    for (int table = 0; table < 2; table++) {
      for (int position = 0; position < positions; position++) {
        for (int i = 0; i < width; i++) {
          // Transformers computes frequencies and angles in float32; so do we, to agree in every
          // bit that matters.
          double plain = 1.0 / Math.pow(config.ropeTheta(), 2.0 * (i % (width / 2)) / width);
          float frequency = (float) config.ropeScaling().apply(plain);
          float angle = position * frequency;
          bytes.putFloat((float) (table == 0 ? Math.cos(angle) : Math.sin(angle)));
        }
      }
    }
    bytes.flip();
    try (NDArray values = owner.create(bytes, rope.getShape(), DataType.FLOAT32)) {
      values.copyTo(rope);
    }
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT, "%s: %s, %,d parameters", id(), config.family(), parameterCount());
  }

  @Override
  public void close() {
    owner.close();
  }
}
