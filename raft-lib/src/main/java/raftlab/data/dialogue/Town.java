package raftlab.data.dialogue;

import java.util.List;

/** What is the case in the toy town: places with their facts, unkind plans, groups, activities. */
final class Town {

  /** A place: when it opens, in which street it is and how many coins it costs. */
  record Place(String name, String opens, String street, String price) {

    String fact(Aspect aspect) {
      return switch (aspect) {
        case TIME -> opens;
        case WAY -> street;
        case PRICE -> price;
      };
    }
  }

  /** What can be asked about a place, with all values there are. */
  enum Aspect {
    TIME,
    WAY,
    PRICE;

    List<String> facts() {
      return switch (this) {
        case TIME -> List.of("seven", "eight", "nine", "ten", "eleven", "noon");
        case WAY ->
            List.of("Mill", "Church", "River", "Garden", "Station", "Castle", "Market", "Bridge");
        case PRICE -> List.of("two", "three", "four", "five", "six", "seven", "eight", "nine");
      };
    }
  }

  /** Something one should not do, and what one can do instead. */
  record Plan(String unkind, String kind) {}

  static final List<Place> PLACES =
      List.of(
          new Place("bakery", "seven", "Mill", "two"),
          new Place("library", "ten", "Church", "three"),
          new Place("museum", "eleven", "Castle", "seven"),
          new Place("pool", "nine", "River", "five"));

  static final List<Plan> PLANS =
      List.of(
          new Plan("eat my brother's cake", "ask him for a slice"),
          new Plan("cheat in the quiz", "learn three words a day"),
          new Plan("hide the teacher's chalk", "draw her a picture"),
          new Plan("read my sister's diary", "invite her to talk"),
          new Plan("push in at the queue", "bring a book for the wait"),
          new Plan("copy the homework", "do it together with a friend"),
          new Plan("wake the neighbours", "play outside at noon"),
          new Plan("keep the lost purse", "take it to the town hall"),
          new Plan("pick the mayor's roses", "plant a seed of your own"),
          new Plan("hide my cousin's shoes", "race him to the gate"),
          new Plan("spoil the birthday surprise", "help to blow up the balloons"),
          new Plan("blame the new boy", "show him the playground"));

  static final List<Aspect> ASPECTS = List.of(Aspect.values());

  static final List<String> GROUPS = List.of("Blues", "Greens");

  static final List<String> ACTIVITIES =
      List.of("baking", "singing", "football", "chess", "drawing", "swimming", "sums", "dancing");

  static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  static final List<String> PEOPLE =
      List.of("Ada", "Bo", "Cleo", "Dan", "Elsa", "Finn", "Greta", "Hugo");

  static final List<String> COLOURS = List.of("red", "yellow", "white", "brown", "grey", "pink");

  private Town() {}
}
