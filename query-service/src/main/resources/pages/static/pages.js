// Draws the charts from the data that stand in the page, and offers only the steps a dispute may take next.
(() => {
  const draw = (element) => {
    const data = JSON.parse(element.dataset.chart);
    const kind = element.dataset.kind;
    const chart = echarts.getInstanceByDom(element) || echarts.init(element);
    chart.setOption({
      animation: false,
      color: ['#a8211b', '#c9a24a', '#39658f', '#1f6b3a'],
      grid: { left: 60, right: 16, top: 32, bottom: 28 },
      tooltip: { trigger: 'axis' },
      legend: kind === 'bar' ? {} : undefined,
      xAxis: { type: 'category', data: data.x },
      yAxis: { type: 'value' },
      series: data.series.map((s) => ({ type: kind, name: element.dataset[s.name] || s.name, data: s.values })),
    });
  };
  const steps = (dispute) => {
    const step = dispute.form.elements.step;
    const status = dispute.selectedOptions[0] && dispute.selectedOptions[0].dataset.status;
    for (const option of step.options) {
      option.hidden = option.disabled = option.dataset.after !== status;
    }
    const first = [...step.options].find((option) => !option.disabled);
    if (first) {
      step.value = first.value;
    }
  };
  const ready = () => {
    document.querySelectorAll('.chart').forEach(draw);
    document.querySelectorAll('select[data-steps]').forEach(steps);
  };
  document.addEventListener('change', (event) => {
    if (event.target.matches && event.target.matches('select[data-steps]')) {
      steps(event.target);
    }
  });
  document.addEventListener('htmx:afterSettle', ready);
  window.addEventListener('resize', () => document.querySelectorAll('.chart').forEach((element) => {
    const chart = echarts.getInstanceByDom(element);
    if (chart) {
      chart.resize();
    }
  }));
  ready();
})();
