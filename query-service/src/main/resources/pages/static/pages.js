// Charts from the data that stand in the page; lists that can be searched; forms that show only what belongs to the choice made.
(() => {
  const leaving = document.getElementById('signing-out');
  if (leaving) {
    leaving.requestSubmit();
    return;
  }
  const FONT = getComputedStyle(document.body).fontFamily;
  const money = (value) => Number(value).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const number = (value) => Number(value).toLocaleString(document.documentElement.lang);

  // The library is a megabyte: only a page with a chart fetches it, once.
  const withLibrary = (element, then) => {
    if (window.echarts) {
      then();
      return;
    }
    let script = document.getElementById('chart-library');
    if (!script) {
      script = document.createElement('script');
      script.id = 'chart-library';
      script.src = element.dataset.library;
      document.head.append(script);
    }
    script.addEventListener('load', then);
  };

  const draw = (element) => withLibrary(element, () => {
    if (echarts.getInstanceByDom(element)) {
      return;
    }
    const data = JSON.parse(element.dataset.chart);
    const months = element.dataset.kind === 'month';
    const series = data.series.map((s) => ({
      type: 'bar',
      name: element.dataset[s.name] || element.dataset.unit,
      barMaxWidth: 34,
      data: s.values.map(Number),
      label: { show: months && s.values.length <= 14, position: 'top', color: '#57606a' },
    }));
    const { unit } = element.dataset;
    const figure = months ? number : money;
    echarts.init(element).setOption({
      animation: false,
      textStyle: { fontFamily: FONT },
      color: ['#9c1f19', '#c08a2d', '#3b6a8f', '#1c6637'],
      grid: { left: 8, right: 8, top: months ? 34 : 54, bottom: 4, containLabel: true },
      // drawn on the canvas: the page's security policy knows no inline styles
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, valueFormatter: (value) => `${figure(value)} ${unit}` },
      legend: months ? undefined : { top: 0, itemWidth: 14 },
      xAxis: { type: 'category', data: data.x, axisTick: { show: false }, axisLabel: { color: '#57606a' } },
      yAxis: { type: 'value', name: unit, nameTextStyle: { color: '#57606a', align: 'left' }, nameGap: 10, axisLabel: { color: '#57606a', formatter: number } },
      series,
    });
  });

  // Options are taken out and put back: some phones show hidden ones.
  const filter = (input) => {
    const select = document.getElementById(input.dataset.filter);
    select.all = select.all
      || [...select.options].filter((option) => option.value).map((option) => [option, option.parentNode]);
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kept = select.value;
    select.all.forEach(([option, parent]) => {
      const shown = words.every((word) => option.text.toLowerCase().includes(word));
      if (shown) {
        parent.append(option);
      } else {
        option.remove();
      }
    });
    const found = select.all.map(([option]) => option).filter((option) => option.isConnected);
    const only = words.length && found.length === 1 ? found[0].value : '';
    select.value = found.some((option) => option.value === kept) ? kept : only;
  };

  // data-when="step=AcceptMediation": shown, and sent, only while that field has that value; several joined by &
  const choose = (form) => {
    form.querySelectorAll('[data-when]').forEach((part) => {
      const shown = part.dataset.when.split('&').every((condition) => {
        const at = condition.indexOf('=');
        const field = form.elements[condition.slice(0, at)];
        return field && field.value === condition.slice(at + 1);
      });
      part.hidden = !shown;
      part.querySelectorAll('input, select, textarea').forEach((field) => { field.disabled = !shown; });
    });
  };

  // What was recorded shows in the figures, which come with the fields that say their times, and the form begins anew.
  const follow = (mark) => {
    const { after, form } = mark.dataset;
    mark.remove();
    const { board } = document.getElementById('forms').dataset;
    const again = document.getElementById(form).getAttribute('hx-get');
    // the links above the board lead on from its times too, and so does the address, should the page be loaded again
    htmx.ajax('GET', `${board}&after=${after}`, { target: '#board', select: '#board', swap: 'outerHTML', selectOOB: '#brand,#language' });
    window.history.replaceState(null, '', board);
    htmx.ajax('GET', `${again}&after=${after}`, { target: `#${form} .form`, swap: 'innerHTML' });
  };

  // What is wrong with a field is said beside it too, and whoever sent the form stands at the first.
  const blame = (form, problem) => {
    form.querySelectorAll('.wrong').forEach((said) => said.remove());
    form.querySelectorAll('[aria-invalid]').forEach((field) => {
      field.removeAttribute('aria-invalid');
      field.setAttribute('aria-describedby', field.dataset.described);
    });
    problem.querySelectorAll('[data-input]').forEach((fault) => {
      const field = [...form.elements].find((each) => each.name === fault.dataset.input && !each.disabled && each.type !== 'hidden');
      if (!field || field.getAttribute('aria-invalid')) {
        return;
      }
      const said = document.createElement('p');
      said.className = 'wrong';
      said.id = `${form.id}-${field.name}-wrong`;
      said.textContent = fault.querySelector('span').textContent;
      field.closest('.field').append(said);
      field.dataset.described = field.getAttribute('aria-describedby') || '';
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', `${said.id} ${field.dataset.described}`.trim());
    });
    (form.querySelector('[aria-invalid]') || problem).focus();
  };

  const ready = () => {
    document.querySelectorAll('.chart').forEach(draw);
    document.querySelectorAll('.form form').forEach(choose);
    document.querySelectorAll('.follow').forEach(follow);
  };
  document.addEventListener('input', (event) => {
    if (event.target.dataset.filter) {
      filter(event.target);
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.dataset && event.target.dataset.filter) {
      event.preventDefault();
    }
  });
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-switch]')) {
      choose(event.target.form);
    }
  });
  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.cookie.split('; ').find((cookie) => cookie.startsWith('minqing-csrf='));
    if (token) {
      event.detail.headers['X-XSRF-TOKEN'] = decodeURIComponent(token.slice(token.indexOf('=') + 1));
    }
  });
  document.addEventListener('htmx:sendError', (event) => {
    const box = document.createElement('p');
    box.className = 'problem';
    box.setAttribute('role', 'alert');
    box.textContent = document.getElementById('forms').dataset.unreachable;
    event.detail.target.replaceChildren(box);
  });
  if (window.matchMedia('(max-width: 40rem)').matches) {
    document.querySelectorAll('details.table').forEach((table) => { table.open = false; });
  }
  document.addEventListener('htmx:afterSettle', ready);
  document.addEventListener('htmx:afterSettle', (event) => {
    const problem = event.target.matches('.outcome') && event.target.querySelector('.problem');
    if (problem) {
      blame(event.target.closest('details').querySelector('form'), problem);
    }
  });
  window.addEventListener('resize', () => document.querySelectorAll('.chart').forEach((element) => {
    const chart = window.echarts && echarts.getInstanceByDom(element);
    if (chart) {
      chart.resize();
    }
  }));
  ready();
})();
