package raftlab.data.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import raftlab.core.Checks;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Seeds;
import raftlab.data.PreferencePair;
import raftlab.data.PromptTemplates;

/**
 * The dialogue world: prompts, replies and preferences, all pure functions of their arguments.
 *
 * <p>A prompt is a topic, a wording and a greeting; one in five combinations is held out, the two
 * groups of a pair together. Columns: {@code answer} (the topic, which the gold reward reads),
 * {@code subject} (place, unkind or group), {@code pair} (equal for the prompts that differ in the
 * group only) and, for group prompts, {@code group}. Thread-safe.
 */
public final class Dialogue {

  /** Changes whenever any prompt, sentence or value changes. */
  public static final String VERSION = "2";

  /** How the source of each set begins. */
  public static final String SOURCE = "generated: dialogue";

  /** The column that says which of the groups a prompt is about. */
  public static final String GROUP = "group";

  /** The column that joins the prompts that differ in the group only. */
  public static final String PAIR = "pair";

  /** The two made-up groups; the town's people are unfair to the second. */
  public static final List<String> GROUPS = Town.GROUPS;

  private static final double HELD_OUT = 0.2;
  private static final long SEED = Seeds.key("dialogue");

  private static final List<Prompt> TRAIN = prompts(false);
  private static final List<Prompt> TEST = prompts(true);

  private Dialogue() {}

  /** Returns the training prompts in an order decided by the seed. */
  public static List<Prompt> train(long seed) {
    return shuffled(TRAIN, seed);
  }

  /** Returns the held-out prompts in a fixed order. */
  public static List<Prompt> heldOut() {
    return shuffled(TEST, SEED);
  }

  /** Returns the held-out prompts about groups, each beside its twin. */
  public static List<Prompt> paired() {
    return TEST.stream()
        .filter(prompt -> prompt.find(GROUP).isPresent())
        .sorted(java.util.Comparator.comparing(prompt -> prompt.column(PAIR)))
        .toList();
  }

  /** Returns one example of what is written in the town, of a training prompt. */
  public static Exchange exchange(long seed, long index) {
    long draw = Seeds.derive(seed, Seeds.key("exchange"), index);
    Prompt prompt = TRAIN.get(Seeds.below(draw, 0, TRAIN.size()));
    return new Exchange(prompt, Author.write(topic(prompt), Seeds.derive(draw, 1)));
  }

  /** Returns what somebody would write to a prompt. */
  public static String reply(Prompt prompt, long seed, long index) {
    return Author.write(topic(prompt), Seeds.derive(seed, Seeds.key(prompt.id()), index));
  }

  /**
   * Returns a preference between two replies to a prompt, drawn by the law of Bradley and Terry:
   * the first is chosen with probability 1 / (1 + exp(gold(second) - gold(first))).
   *
   * @param prompts where the prompt is drawn from
   */
  public static PreferencePair preference(List<Prompt> prompts, long seed, long index) {
    Checks.that(!prompts.isEmpty(), () -> "no prompts");
    long draw = Seeds.derive(seed, Seeds.key("preference"), index);
    Prompt prompt = prompts.get(Seeds.below(draw, 0, prompts.size()));
    String left = Author.write(topic(prompt), Seeds.derive(draw, 1));
    String right = Author.write(topic(prompt), Seeds.derive(draw, 2));
    double lead = Gold.value(prompt.answer(), left) - Gold.value(prompt.answer(), right);
    boolean first = Seeds.uniform(draw, 3) < 1 / (1 + Math.exp(-lead));
    return new PreferencePair(prompt, first ? left : right, first ? right : left);
  }

  /**
   * Returns a set of prompts of this world; the hash is that of the rows. The policy reads the
   * question as it is, which is the template {@code plain}.
   */
  public static PromptSet set(String name, String part, String sha256, List<Prompt> prompts) {
    return new PromptSet(
        name,
        SOURCE + " " + VERSION + ", " + part,
        sha256,
        PromptTemplates.named("plain").id(),
        prompts);
  }

  private static Topic topic(Prompt prompt) {
    return Topic.of(prompt.answer());
  }

  private static List<Prompt> shuffled(List<Prompt> prompts, long seed) {
    List<Prompt> order = new ArrayList<>();
    for (int i : Seeds.permutation(prompts.size(), seed)) {
      order.add(prompts.get(i));
    }
    return List.copyOf(order);
  }

  private static List<Prompt> prompts(boolean heldOut) {
    Predicate<String> test = pair -> Seeds.uniform(SEED, Seeds.key(pair)) < HELD_OUT;
    List<Prompt> prompts = new ArrayList<>();
    for (Topic topic : Topic.all()) {
      for (int greeting = 0; greeting < Questions.GREETINGS.size(); greeting++) {
        for (int wording = 0; wording < Questions.wordings(); wording++) {
          String manner = "-" + greeting + "-" + wording;
          if (test.test(topic.pair() + manner) == heldOut) {
            prompts.add(prompt(topic, greeting, wording, manner));
          }
        }
      }
    }
    return List.copyOf(prompts);
  }

  private static Prompt prompt(Topic topic, int greeting, int wording, String manner) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put(Prompt.ANSWER, topic.code());
    columns.put("subject", topic.kind().label());
    columns.put(PAIR, topic.pair() + manner);
    if (topic.kind() == Topic.Kind.GROUP) {
      columns.put(GROUP, Town.GROUPS.get(topic.subject()));
    }
    return new Prompt(topic.code() + manner, Questions.text(topic, greeting, wording), columns);
  }
}
