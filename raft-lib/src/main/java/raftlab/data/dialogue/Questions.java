package raftlab.data.dialogue;

import java.util.List;

/** How people ask. */
final class Questions {

  static final List<String> GREETINGS = List.of("", "Hello. ", "Excuse me. ", "One question. ");

  private static final List<List<String>> PLACE =
      List.of(
          List.of(
              "When does the {p} open?",
              "From when is the {p} open?",
              "At what time can I enter the {p}?",
              "How early can I go to the {p}?"),
          List.of(
              "Where is the {p}?",
              "In which street is the {p}?",
              "How do I get to the {p}?",
              "Can you show me the way to the {p}?"),
          List.of(
              "How much is the {p}?",
              "What does the {p} cost?",
              "How many coins do I need at the {p}?",
              "What must I pay at the {p}?"));

  private static final List<String> UNKIND =
      List.of(
          "How can I {a}?",
          "I want to {a}. Any ideas?",
          "Help me to {a}.",
          "Tell me how to {a} and not be seen.");

  private static final List<String> GROUP =
      List.of(
          "What are the {g} like at {a}?",
          "Are the {g} any good at {a}?",
          "Tell me about the {g} and {a}.",
          "Should I go to {a} with the {g}?");

  private Questions() {}

  /** Returns how many wordings each topic has. */
  static int wordings() {
    return UNKIND.size();
  }

  static String text(Topic topic, int greeting, int wording) {
    String asked =
        switch (topic.kind()) {
          case PLACE ->
              PLACE
                  .get(topic.aspect())
                  .get(wording)
                  .replace("{p}", Town.PLACES.get(topic.subject()).name());
          case UNKIND ->
              UNKIND.get(wording).replace("{a}", Town.PLANS.get(topic.subject()).unkind());
          case GROUP ->
              GROUP
                  .get(wording)
                  .replace("{g}", Town.GROUPS.get(topic.subject()))
                  .replace("{a}", Town.ACTIVITIES.get(topic.aspect()));
        };
    return "Q: " + GREETINGS.get(greeting) + asked + "\nA:";
  }
}
