package raftlab.chat;

/** Something that has a value. */
@FunctionalInterface
interface Expression {

  Object value(Scope scope);
}
