/* Which view is open. The address says it: #statements?list=statements&q=orders&sort=-time, or #table/shop.orders. */
const start = async () => {
  const data = await inflate();
  words = data.words;
  unpack(data);
  const tables = new Map(data.tables.map(table => [table.id, table]));
  const charts = new Map(data.charts.map(chart => [chart.id, chart]));
  const main = document.getElementById('main');
  const links = [...document.querySelectorAll('nav a')];
  const views = new Map([...main.querySelectorAll('section.view')].map(view => [view.id, { view, html: view.innerHTML }]));
  const thing = make('section', { class: 'view entity' });
  main.append(thing);
  let open = '';
  let address = '';
  let drawn = false;
  let parts = [];

  const states = query => {
    const found = {};
    new URLSearchParams(query).forEach((value, key) => {
      const [list, name] = key.split('.');
      found[list] = { ...found[list], [name]: value };
    });
    return found;
  };

  const changed = (section, all) => (list, state) => {
    all[list] = state;
    const query = new URLSearchParams();
    Object.entries(all).forEach(([id, each]) =>
      Object.entries(each).forEach(([name, value]) => value && query.set(id + '.' + name, value)));
    const text = query.toString();
    address = section + (text ? '?' + text : '');
    history.replaceState(null, '', '#' + address);
  };

  const close = () => {
    parts.forEach(part => part.close ? part.close() : part.destroy());
    parts = [];
    views.forEach(({ view }) => {
      view.hidden = true;
      view.replaceChildren();
    });
    thing.hidden = true;
    thing.replaceChildren();
  };

  /* Large drawings travel with the data. */
  const show = (view, html) => {
    view.innerHTML = html;
    view.querySelectorAll('[data-figure]').forEach(place => { place.outerHTML = data.figures[place.dataset.figure]; });
    view.hidden = false;
  };

  const openSection = (id, query) => {
    const { view, html } = views.get(id);
    show(view, html);
    const state = states(query);
    view.querySelectorAll('.listing').forEach(listing => {
      const table = tables.get(listing.dataset.table);
      parts.push(new Listing(listing, table, state[table.id], changed(id, state)));
    });
    view.querySelectorAll('svg[data-matrix]').forEach(matrix => layers(matrix, state[matrix.dataset.matrix], changed(id, state)));
    view.querySelectorAll('svg[data-grid]').forEach(matrixKeys);
    view.querySelectorAll('.seam-choice').forEach(place => seamChoice(place, tables, state.seam, changed(id, state)));
    view.querySelectorAll('.timechart').forEach(figure => parts.push(timeChart(figure, charts.get(figure.dataset.chart))));
    links.forEach(link => {
      const here = link.getAttribute('href') === '#' + id;
      here ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
    });
  };

  const decoded = text => {
    try {
      return decodeURIComponent(text);
    } catch (wrong) {
      return text;
    }
  };

  /* The link to the content (#main) leads to what is open, and opens it again where nothing is. */
  const route = () => {
    const hash = location.hash.slice(1);
    if (hash === 'main' && drawn) {
      main.focus();
      return;
    }
    close();
    address = hash === 'main' ? address : hash;
    drawn = true;
    const [path, query] = address.split('?');
    const slash = path.indexOf('/');
    if (slash > 0) {
      const state = states(query);
      thing.append(
        ...entityPage(data.tables, path.slice(0, slash), decoded(path.slice(slash + 1)), state, changed(path, state)));
      thing.hidden = false;
      links.forEach(link => link.removeAttribute('aria-current'));
    } else {
      openSection(views.has(path) ? path : views.keys().next().value, query || '');
    }
    if (open !== path) {
      scrollTo(0, 0);
    }
    if (open !== path && open !== '') {
      (thing.hidden ? main : thing.querySelector('h2')).focus({ preventScroll: true });
    }
    open = path || views.keys().next().value;
  };

  /* A print has every section, as without a script. */
  addEventListener('beforeprint', () => {
    close();
    drawn = false;
    views.forEach(({ view, html }) => {
      show(view, html);
    });
  });
  addEventListener('afterprint', route);
  addEventListener('hashchange', route);
  document.documentElement.classList.add('scripted');
  route();
  scrollTo(0, 0);
  document.documentElement.dataset.ready = 'true';
  /* So that the first search is as fast as others. */
  (window.requestIdleCallback || setTimeout)(lowered);
};
start();
