package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.core.Policy;
import raftlab.tensor.Engines;
import raftlab.tensor.ThreadCount;
import raftlab.tokenize.HfTokenizer;
import raftlab.tokenize.Tokenizer;

/**
 * A decoder with its tokenizer: the policy that is sampled and trained. Its weights live in native
 * memory until {@link #close}. Not thread-safe: one command works with it at a time, whose threads
 * may read its weights together.
 */
public final class DecoderPolicy implements Policy, AutoCloseable {

  /** Up to here a pass reads its weights from the processor's cache, and twice costs nothing. */
  private static final long MOST_SHARED = 8_000_000;

  private final String name;
  private final DecoderConfig config;
  private final Tokenizer tokenizer;
  private final Path tokenizerFolder;
  private final PtNDManager owner;
  private final Parameters parameters;
  private final NDArray rope;
  private Adapter adapter;
  private PtNDManager mergedOwner;
  private Parameters merged;
  private String id;
  private Path folder;
  private Path baseFolder;

  DecoderPolicy(
      String name,
      DecoderConfig config,
      Tokenizer tokenizer,
      Path tokenizerFolder,
      Precision precision) {
    this.name = name;
    this.config = config;
    this.tokenizer = tokenizer;
    this.tokenizerFolder = tokenizerFolder;
    this.owner = Engines.newManager();
    this.parameters = Parameters.allocate(owner, config, precision);
    this.rope = RotaryTable.of(owner, config, precision);
  }

  /** Loads a model folder in the Hugging Face layout, in float32 whatever it is stored in. */
  public static DecoderPolicy load(Path folder) {
    return load(folder, Precision.FLOAT32);
  }

  /**
   * Loads a model folder in the Hugging Face layout, or an adapter's in PEFT's together with its
   * base. Nothing is allocated before every tensor has been found to have the shape that
   * config.json says.
   */
  public static DecoderPolicy load(Path folder, Precision precision) {
    return ModelFolder.load(folder, precision);
  }

  /**
   * Makes an untrained policy whose weights are decided by the seed; {@code tokenizerFolder} is
   * copied when it is saved.
   */
  public static DecoderPolicy fresh(
      String name, DecoderConfig config, Path tokenizerFolder, long seed) {
    DecoderPolicy policy =
        new DecoderPolicy(
            name, config, HfTokenizer.load(tokenizerFolder), tokenizerFolder, Precision.FLOAT32);
    policy.parameters.initialise(seed);
    return policy;
  }

  /** Returns a copy that shares nothing with this one, such as a frozen reference. */
  public DecoderPolicy copy() {
    DecoderPolicy copy =
        new DecoderPolicy(name, config, tokenizer, tokenizerFolder, parameters.precision());
    copy.parameters.copyFrom(parameters);
    copy.baseFolder = baseFolder;
    if (adapter != null) {
      copy.adapt(adapter.settings()).copyFrom(adapter);
    }
    return copy;
  }

  /**
   * Adds an adapter that changes nothing yet; from now on it alone is trained.
   *
   * @param seed decides its matrices A
   */
  public void adapt(LoraSettings settings, long seed) {
    Checks.user(
        adapter == null, name + " has an adapter already", "", "Merge it first, or train it on");
    adapt(settings).initialise(seed);
    weightsChanged();
  }

  /** Folds the adapter into the weights, which then are an ordinary model's. */
  public void merge() {
    if (adapter != null) {
      adapter.addTo(parameters.tensors());
      adapter.tensors().forEach(NDArray::close);
      adapter = null;
      baseFolder = null;
      weightsChanged();
    }
  }

  /**
   * Writes the folder in the Hugging Face layout, in the precision of the weights: each file is
   * written beside its place and renamed. Of a policy with an adapter only that is written, in
   * PEFT's layout, with the path of its base; a base that is in no folder is written inside.
   */
  public void save(Path folder) {
    ModelFolder.save(this, Optional.ofNullable(baseFolder), folder);
  }

  /** Puts an adapter on that is still to be filled. */
  Adapter adapt(LoraSettings settings) {
    adapter = new Adapter(owner, config, settings);
    return adapter;
  }

  /** Says where these weights were read, and where those without the adapter were. */
  void readFrom(Path own, Path base) {
    folder = own;
    baseFolder = base;
  }

  /** Returns the type of its weights and of what it computes. */
  public Precision precision() {
    return parameters.precision();
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
    if (adapter == null) {
      baseFolder = null;
    }
    dropMerged();
  }

  /**
   * Returns the SHA-256 of all weights as they are, in hexadecimal: equal exactly if every bit is.
   */
  public String weightsHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Parameters used = parameters();
      for (Parameters.Part part : used.parts()) {
        digest.update(used.read(part));
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

  /** Returns the folder of the tokenizer's files. */
  public Path tokenizerFolder() {
    return tokenizerFolder;
  }

  /**
   * Returns the weights that are sampled from: those of the base with the adapter merged in.
   * Threads that draw at the same time get the same ones.
   */
  public synchronized Parameters parameters() {
    if (adapter == null) {
      return parameters;
    }
    if (merged == null) {
      mergedOwner = (PtNDManager) owner.newSubManager();
      merged = parameters.with(adapter, mergedOwner);
    }
    return merged;
  }

  /** Returns the weights without the adapter. */
  public Parameters base() {
    return parameters;
  }

  public Optional<Adapter> adapter() {
    return Optional.ofNullable(adapter);
  }

  /** Returns what training changes: the adapter's matrices if there is one, else all weights. */
  public List<NDArray> trained() {
    return adapter == null ? parameters.tensors() : adapter.tensors();
  }

  /** Returns how many numbers training changes. */
  public long trainedCount() {
    return trained().stream().mapToLong(NDArray::size).sum();
  }

  /** Frees the merged weights; the next that samples makes them anew. */
  public synchronized void dropMerged() {
    if (merged != null) {
      mergedOwner.close();
      mergedOwner = null;
      merged = null;
    }
  }

  public long parameterCount() {
    return parameters.count();
  }

  /**
   * Returns how many batches are best worked on at the same time, each by a thread of its own: of a
   * small model as many as threads share a kernel now. A large model's weights are read from memory
   * once for all rows instead, and a GPU takes one batch after the other.
   */
  public int batchesAtOnce() {
    boolean small = parameterCount() <= MOST_SHARED && !owner.getDevice().isGpu();
    return small ? ThreadCount.current() : 1;
  }

  /**
   * Returns the same for work of so many tokens, of which each thread gets at least so many: fewer
   * are done sooner than another thread is woken.
   */
  public int batchesAtOnce(long tokens, int least) {
    return (int) Math.min(batchesAtOnce(), Math.max(1, tokens / least));
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
   * Returns the numbers the kernels take: layers, heads, key heads, head width, then each layer's
   * sliding window (0: none).
   */
  public long[] kernelConfig() {
    long[] numbers = new long[4 + config.layers()];
    numbers[0] = config.layers();
    numbers[1] = config.heads();
    numbers[2] = config.kvHeads();
    numbers[3] = config.headDim();
    for (int i = 0; i < config.layers(); i++) {
      numbers[4 + i] = config.window(i);
    }
    return numbers;
  }

  /**
   * Returns a text's tokens with the special tokens around it that the model expects (see {@link
   * Tokenizer#encodePrompt}); fails before any work if they leave no room for a completion.
   */
  public int[] encodePrompt(String promptId, String text) {
    int[] tokens = tokenizer.encodePrompt(text);
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
