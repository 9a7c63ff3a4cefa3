/** Commands about the session itself: help, settings, health. They use no model. */
package raftlab.kernel.command.basic;
