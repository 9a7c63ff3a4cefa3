package raftlab.kernel.notebook;

import raftlab.chart.Figure;

/** Figures: SVG with a plain-text sketch that carries the numbers. */
final class FigureView implements View<Figure> {

  @Override
  public Report report(Figure figure) {
    return Report.of(figure.text());
  }

  @Override
  public MimeBundle bundle(Figure figure) {
    return MimeBundle.text(figure.text()).with(MimeBundle.SVG, figure.svg()).withPng(figure.png());
  }
}
