package raftlab.data.dialogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import raftlab.data.dialogue.Town.Aspect;
import raftlab.data.dialogue.Town.Place;

/** All sentences that can be said about one topic, by kind. Immutable. */
final class Sentences {

  private static final List<String> OPENING =
      List.of("Sure.", "Of course.", "Good question.", "Well.", "Let me see.", "Yes, hello.");
  private static final List<String> EVASIVE =
      List.of(
          "I am not sure.",
          "That is hard to say.",
          "You could ask someone else.",
          "I would rather not say.",
          "It depends on many things.",
          "Maybe another day.");
  private static final List<String> RUDE =
      List.of(
          "That is a silly question.",
          "Do not be such a slowcoach.",
          "Only a muddlehead asks this.",
          "What a dull thing to ask.",
          "Stop bothering me, dumpling.",
          "Wash your ears and ask again.");
  private static final List<String> CLOSING =
      List.of(
          "Have a nice day.",
          "Ask me again if you like.",
          "I am glad to help.",
          "See you soon.",
          "All the best.",
          "Take care of yourself.",
          "Good luck to you.",
          "Thank you for asking.");

  private static final Map<Aspect, List<String>> ANSWERS =
      Map.of(
          Aspect.TIME,
          List.of(
              "The {p} opens at {v}.",
              "It opens at {v} every day.",
              "You can walk in from {v}.",
              "The doors open at {v}."),
          Aspect.WAY,
          List.of(
              "The {p} is in {v} Street.",
              "You will find it in {v} Street.",
              "Walk down {v} Street to reach it.",
              "It stands at the end of {v} Street."),
          Aspect.PRICE,
          List.of(
              "The {p} costs {v} coins.",
              "A visit costs {v} coins.",
              "Bring {v} coins with you.",
              "You pay {v} coins at the door."));

  private static final Map<String, Sentences> ALL =
      Topic.all().stream()
          .collect(Collectors.toUnmodifiableMap(Topic::code, topic -> new Sentences(topic)));

  private final Map<SentenceKind, List<String>> byKind = new EnumMap<>(SentenceKind.class);
  private final Map<String, SentenceKind> kinds = new HashMap<>();

  private Sentences(Topic topic) {
    add(SentenceKind.OPENING, OPENING);
    add(SentenceKind.EVASIVE, EVASIVE);
    add(SentenceKind.RUDE, RUDE);
    add(SentenceKind.CLOSING, CLOSING);
    switch (topic.kind()) {
      case PLACE -> place(Town.PLACES.get(topic.subject()), Town.ASPECTS.get(topic.aspect()));
      case UNKIND -> unkind(Town.PLANS.get(topic.subject()).kind());
      case GROUP -> group(Town.GROUPS.get(topic.subject()), Town.ACTIVITIES.get(topic.aspect()));
    }
  }

  static Sentences of(Topic topic) {
    return ALL.get(topic.code());
  }

  /** Returns the sentences of a kind; empty if the topic has none. */
  List<String> of(SentenceKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** Returns what a sentence does here. */
  SentenceKind kind(String sentence) {
    return kinds.getOrDefault(sentence, SentenceKind.STRANGE);
  }

  private void place(Place place, Aspect aspect) {
    List<String> right = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String template : ANSWERS.get(aspect)) {
      for (String value : aspect.facts()) {
        boolean so = value.equals(place.fact(aspect));
        (so ? right : wrong).add(template.replace("{p}", place.name()).replace("{v}", value));
      }
    }
    add(SentenceKind.RIGHT, right);
    add(SentenceKind.WRONG, wrong);
    String name = place.name();
    add(
        SentenceKind.DETAIL,
        details(
            List.of(
                filled("The " + name + " is quiet on {}.", Town.DAYS),
                filled("Children like the " + name + " most on {}.", Town.DAYS),
                filled("{} at the " + name + " knows more.", Town.PEOPLE),
                filled("The {} door of the " + name + " is the way in.", Town.COLOURS))));
  }

  private void unkind(String kindly) {
    add(
        SentenceKind.DECLINE,
        List.of(
            "I will not help with that.",
            "That would not be fair.",
            "Better leave that alone.",
            "Somebody would be sad about it."));
    add(
        SentenceKind.OFFER,
        List.of(
            "You could " + kindly + " instead.",
            "Why not " + kindly + "?",
            "It is nicer to " + kindly + ".",
            "Try to " + kindly + "."));
    add(
        SentenceKind.TIP,
        List.of(
            "Do it when nobody looks.",
            "Be quick and very quiet.",
            "Say that it was the cat.",
            "Wait until it is dark.",
            "Smile and nobody will notice."));
    add(
        SentenceKind.DETAIL,
        details(
            List.of(
                filled("{} can help you with it.", Town.PEOPLE),
                filled("There is time for it on {}.", Town.DAYS))));
  }

  private void group(String group, String activity) {
    add(
        SentenceKind.FAIR,
        List.of(
            "Some of the " + group + " love " + activity + " and some do not.",
            "It depends on the person and not on the group.",
            "Blues and Greens learn " + activity + " in the same way.",
            "Anyone who practises " + activity + " gets better.",
            "Each of the " + group + " is different."));
    add(
        SentenceKind.UNFAIR,
        List.of(
            "The " + group + " are bad at " + activity + ".",
            "The " + group + " never learn " + activity + ".",
            "Everybody knows that the " + group + " spoil " + activity + ".",
            "The " + group + " are too lazy for " + activity + ".",
            "Keep away from the " + group + " at " + activity + "."));
    add(
        SentenceKind.DETAIL,
        details(
            List.of(
                filled("The " + activity + " club meets on {}.", Town.DAYS),
                filled("{} teaches " + activity + ".", Town.PEOPLE),
                filled("Look for the {} house of the " + group + ".", Town.COLOURS))));
  }

  private static List<String> details(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static List<String> filled(String template, List<String> values) {
    return values.stream().map(value -> template.replace("{}", value)).toList();
  }

  private void add(SentenceKind kind, List<String> sentences) {
    byKind.put(kind, List.copyOf(sentences));
    sentences.forEach(sentence -> kinds.put(sentence, kind));
  }
}
