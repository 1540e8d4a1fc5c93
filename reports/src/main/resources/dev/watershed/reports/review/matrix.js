/* A matrix by pointer and by keys. It is one stop of the Tab key; arrows move to cells and heads, Enter opens. */
const matrixPlaces = matrix => {
  const [left, top, size] = matrix.dataset.grid.split(' ').map(Number);
  const number = (element, name) => Number(element.getAttribute(name));
  const places = [...matrix.querySelectorAll('[data-page]')].map(cell => ({
    element: cell,
    row: Math.round((number(cell, 'y') - top) / size),
    column: Math.round((number(cell, 'x') - left) / size),
    page: cell.dataset.page,
    says: cell.querySelector('title').textContent,
  }));
  let heads = 0;
  const ofRows = Number(matrix.dataset.rows);
  matrix.querySelectorAll('[data-head]').forEach(head => {
    const at = heads++;
    const link = head.closest('a');
    if (link) {
      link.setAttribute('tabindex', '-1');
      const full = head.querySelector('title');
      places.push({
        element: link,
        row: at < ofRows ? at : -1,
        column: at < ofRows ? -1 : at - ofRows,
        page: link.getAttribute('href').slice(1),
        says: (full || head).textContent,
      });
    }
  });
  return places.sort((one, other) => one.row - other.row || one.column - other.column);
};

/* Where a key leads from a place; the same place where it leads nowhere. */
const matrixStep = (places, from, key, whole) => {
  const here = places[from];
  const inRow = at => places[at] && places[at].row === here.row;
  /* From a cell to a cell: the head of a row is reached along the row. */
  const nearest = rows => {
    const cells = rows.filter(each => here.column < 0 || each.column >= 0);
    const found = cells.filter(each => each.row === cells[0].row)
      .sort((one, other) => Math.abs(one.column - here.column) - Math.abs(other.column - here.column))[0];
    return found ? places.indexOf(found) : from;
  };
  switch (key) {
    case 'ArrowRight': return Math.min(places.length - 1, from + 1);
    case 'ArrowLeft': return Math.max(0, from - 1);
    case 'ArrowDown': return nearest(places.filter(each => each.row > here.row));
    case 'ArrowUp': return nearest(places.filter(each => each.row < here.row).reverse());
    case 'Home': {
      let at = whole ? 0 : from;
      while (inRow(at - 1)) {
        at--;
      }
      return at;
    }
    case 'End': {
      let at = whole ? places.length - 1 : from;
      while (inRow(at + 1)) {
        at++;
      }
      return at;
    }
    default: return -1;
  }
};

const matrixKeys = matrix => {
  const places = matrixPlaces(matrix);
  if (!places.length) {
    return;
  }
  const first = Math.max(0, places.findIndex(each => each.row >= 0 && each.column >= 0));
  const says = make('p', { class: 'says', 'aria-hidden': 'true' }, say('matrix.hint'));
  const hint = make('span', { class: 'unseen', id: 'hint-' + (matrix.dataset.matrix || matrix.dataset.small) }, say('matrix.hint'));
  matrix.setAttribute('aria-describedby', hint.id);
  matrix.after(hint);
  matrix.parentElement.querySelector('figcaption').prepend(says);
  const cursor = svg('rect', { class: 'cursor', display: 'none' });
  matrix.append(cursor);
  let at = first;

  const name = place => {
    if (place.element.tagName === 'rect') {
      place.element.setAttribute('role', place.page ? 'link' : 'img');
    }
    place.element.setAttribute('aria-label', place.says);
    place.element.setAttribute('tabindex', '0');
  };
  const unname = place => {
    if (place.element.tagName === 'rect') {
      ['role', 'aria-label', 'tabindex'].forEach(each => place.element.removeAttribute(each));
    } else {
      place.element.setAttribute('tabindex', '-1');
    }
  };
  const go = to => {
    if (to !== at) {
      unname(places[at]);
      at = to;
      name(places[at]);
    }
    places[at].element.focus();
  };
  const placeOfEvent = event => {
    const element = event.target.closest('[data-page], a');
    return places.findIndex(each => each.element === element);
  };
  name(places[at]);

  matrix.addEventListener('focusin', event => {
    const to = placeOfEvent(event);
    if (to < 0) {
      return;
    }
    says.textContent = places[to].says;
    const onCell = places[to].element.tagName === 'rect';
    ['x', 'y', 'width', 'height'].forEach(each =>
      onCell && cursor.setAttribute(each, places[to].element.getAttribute(each)));
    cursor.setAttribute('display', onCell && places[to].element.matches(':focus-visible') ? 'inline' : 'none');
  });
  matrix.addEventListener('focusout', () => cursor.setAttribute('display', 'none'));
  matrix.addEventListener('pointerover', event => {
    const over = placeOfEvent(event);
    if (over >= 0) {
      says.textContent = places[over].says;
    }
  });
  matrix.addEventListener('keydown', event => {
    if (event.altKey || event.metaKey) {
      return;
    }
    const to = matrixStep(places, at, event.key, event.ctrlKey);
    if (to >= 0) {
      event.preventDefault();
      go(to);
    } else if ((event.key === 'Enter' || event.key === ' ') && places[at].page) {
      event.preventDefault();
      location.hash = places[at].page;
    }
  });
  matrix.addEventListener('click', event => {
    const on = placeOfEvent(event);
    if (on >= 0 && places[on].page && places[on].element.tagName === 'rect') {
      location.hash = places[on].page;
    }
  });
};
