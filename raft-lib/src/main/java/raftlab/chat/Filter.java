package raftlab.chat;

/** What stands after {@code |}. */
@FunctionalInterface
interface Filter {

  Object apply(Object value, Passed passed);
}
