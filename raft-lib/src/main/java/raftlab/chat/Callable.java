package raftlab.chat;

/** A function or macro of a template. */
@FunctionalInterface
interface Callable {

  Object call(Passed passed);
}
