/**
 * Figures from plain values: pure functions from records to SVG, PNG and a text sketch. The last
 * station of the data flow; knows no run directory and no notebook. Only this package imports
 * XChart; its SVG is written by Batik, since XChart's own writer is not permissively licensed.
 */
package raftlab.chart;
