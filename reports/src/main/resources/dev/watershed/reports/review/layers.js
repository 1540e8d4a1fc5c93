/* Layers of a matrix, each of which one can hide. What is hidden stands in the address. */
const layers = (matrix, given, changed) => {
  const state = { hide: '', ...given };
  const hidden = new Set(state.hide.split(' ').filter(name => name));
  const tools = make('div', { class: 'tools layers', role: 'group', 'aria-label': say('layers') });
  matrix.querySelectorAll('[data-layer]').forEach(layer => {
    const name = layer.dataset.layer;
    const box = make('input', { type: 'checkbox' });
    const show = () => {
      layer.style.display = hidden.has(name) ? 'none' : '';
      box.checked = !hidden.has(name);
    };
    box.addEventListener('change', () => {
      box.checked ? hidden.delete(name) : hidden.add(name);
      show();
      changed(matrix.dataset.matrix, { hide: [...hidden].sort().join(' ') });
    });
    show();
    tools.append(make('label', {}, box, ' ', layer.dataset.label));
  });
  matrix.before(tools);
};
