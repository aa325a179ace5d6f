/// The look of the precheck and its one small script.
enum HTMLStyle {
  /// Nothing is loaded, and no other script than `script` runs, whatever a tender holds. The hash is that of `script`.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-A+/tcc7OzSsWaGJ0Rj7IW3CE0lPtiwzTypnre7w4yhM='; base-uri 'none'; form-action 'none'"

  /// Shows the copy buttons, which are no use without it.
  static let script: StaticString = """
    const status = document.getElementById("status");
    function select(node) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return document.execCommand("copy");
    }
    for (const button of document.querySelectorAll("button.copy")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const node = document.getElementById(button.dataset.copy);
        try {
          await navigator.clipboard.writeText(node.textContent.trim());
        } catch {
          if (!select(node)) return;
        }
        const label = button.querySelector(".label");
        const before = label.textContent;
        label.textContent = status.textContent = button.dataset.done;
        setTimeout(() => { label.textContent = before; status.textContent = ""; }, 2000);
      });
    }
    """

  static let style: StaticString = """
    :root {
      color-scheme: light;
      --ink: #1b2430; --faint: #56616f; --line: #d3dae2; --paper: #fff; --accent: #1f4e79; --tint: #eef3f8;
      --yes: #1b6236; --yes-tint: #e5f3ea; --no: #8c2f1d; --no-tint: #fbeae6;
      --unknown: #6a4a00; --unknown-tint: #fcf3d9; --mark: #ffeea0; --rail: #a9b6c4;
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 56rem; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
      overflow-wrap: anywhere;
    }
    h1, h2, h3, h4 { line-height: 1.25; margin: 0; overflow-wrap: break-word; hyphens: auto; text-wrap: balance; }
    h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.25rem); letter-spacing: -.01em; }
    h2 { font-size: 1.45rem; }
    h3 { font-size: 1.15rem; margin-top: 2rem; }
    h4 { font-size: 1.0625rem; margin-top: 1.25rem; }
    h3.lot { margin-bottom: .9rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--accent); }
    p { margin: .6rem 0; }
    p, li, dd { max-width: 46rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    a:focus-visible, button:focus-visible, summary:focus-visible {
      outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px;
    }
    main:focus { outline: none; }
    .faint, .help, .meaning { color: var(--faint); }
    .visually-hidden {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
    }
    .skip { position: absolute; left: 1rem; top: -5rem; padding: .6rem 1rem; background: var(--paper); z-index: 1; }
    .skip:focus { top: .5rem; }

    .masthead { padding: 2.25rem 0 1.5rem; }
    .kicker { margin: 0 0 .75rem; color: var(--faint); font-size: .95rem; }
    .kicker strong { color: var(--accent); }
    .facts { margin: 1.1rem 0 0; font-size: .975rem; }
    .facts > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0 1rem; padding: .2rem 0; }
    .facts dt { color: var(--faint); }
    .facts dd { margin: 0; }

    section { margin-top: 3.25rem; }
    section > h2 { padding-bottom: .5rem; border-bottom: 2px solid var(--accent); margin-bottom: 1rem; }
    .number { color: var(--accent); font-variant-numeric: tabular-nums; margin-right: .35rem; }
    section.short { margin-top: 0; padding: 1.25rem 1.5rem 1.4rem; background: var(--tint); border-radius: .5rem; }
    section.short > h2 { border: 0; margin: 0; padding: 0; font-size: 1rem; color: var(--accent); }
    section.short h3 { margin-top: 1.1rem; font-size: 1rem; }
    section.short > :last-child { margin-bottom: 0; }
    .level { font-size: 1.25rem; line-height: 1.3; margin: .35rem 0 .6rem; }
    .level .rank { color: var(--faint); font-size: 1rem; white-space: nowrap; }
    .tally { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; margin: .6rem 0; padding: 0; font-size: .9rem; }
    .tally li, .state { padding: .1rem .6rem; border-radius: 1rem; border: 1px solid; background: var(--paper); }
    .state { font-size: .85rem; white-space: nowrap; font-weight: 600; }
    .yes { color: var(--yes); background: var(--yes-tint) !important; }
    .no { color: var(--no); background: var(--no-tint) !important; }
    .unknown { color: var(--unknown); background: var(--unknown-tint) !important; border-style: dashed !important; }
    .tally .flag { color: var(--ink); border-color: var(--rail); }
    .signal { padding: .55rem .9rem; border-left: .3rem solid var(--unknown); background: var(--unknown-tint); }

    .contents { margin-top: 1.5rem; }
    .contents ol { margin: 0; padding-left: 1.4rem; columns: 2; column-gap: 2.5rem; }
    .contents li { padding: .2rem 0; break-inside: avoid; }
    .contents a { display: inline-block; min-height: 1.5rem; }

    table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .95rem; }
    th, td { text-align: left; vertical-align: top; padding: .55rem .75rem .55rem 0; border-bottom: 1px solid var(--line); }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { color: var(--faint); font-weight: 600; font-size: .875rem; }
    tbody th { font-weight: 600; }
    tbody th, td { hyphens: auto; }
    th:first-child { width: 55%; }
    .help { display: block; font-size: .875rem; font-weight: 400; margin-top: .2rem; }
    code { font-size: .9em; }

    .verdict { display: grid; grid-template-columns: 1fr minmax(17rem, 21rem); gap: 1.5rem 2.5rem; align-items: start; }
    .verdict .facts > div { grid-template-columns: 1fr; padding: .3rem 0; }
    .words > :first-child { margin-top: 0; }
    .caption { margin: 0 0 .5rem; font-size: .875rem; color: var(--faint); }
    .ladder { list-style: none; margin: 0; padding: 0; font-size: .9rem; line-height: 1.35; }
    .ladder li {
      display: grid; grid-template-columns: 4rem 1fr; column-gap: .9rem; align-items: center; min-height: 3.4rem;
    }
    .rung {
      align-self: stretch; display: grid; place-items: center; border: solid var(--rail); border-width: 0 .3rem;
      background: linear-gradient(var(--rail), var(--rail)) center / 100% .25rem no-repeat;
    }
    .chip {
      display: grid; place-items: center; width: 1.9rem; height: 1.9rem; border-radius: 50%; background: var(--paper);
      border: .15rem solid var(--rail); font-weight: 600; color: var(--faint); font-variant-numeric: tabular-nums;
    }
    .names { padding: .4rem .5rem .4rem 0; color: var(--faint); }
    .names > * { display: block; }
    .here { background: var(--tint); border-radius: .4rem; }
    .here .names { color: var(--ink); }
    .here .names strong { color: var(--accent); }
    .here .chip { background: var(--accent); border-color: var(--accent); color: #fff; }
    .open .rung {
      background: repeating-linear-gradient(90deg, var(--rail) 0 .35rem, transparent .35rem .7rem) center / 100% .2rem no-repeat;
      border-style: dashed;
    }
    .open .chip { border-style: dashed; }
    .marker { font-size: .825rem; font-weight: 600; }
    .here .marker { color: var(--accent); }
    .here .marker::before { content: "◀ "; content: "◀ " / ""; }
    .open .marker { color: var(--unknown); }

    .quote { margin: .9rem 0 1.2rem; }
    .quote blockquote {
      margin: 0; padding: .1rem 0 .1rem 1rem; border-left: .25rem solid var(--rail);
      font-family: Georgia, "Noto Serif", "Liberation Serif", serif;
    }
    .quote blockquote p { margin: .25rem 0; }
    .leadin { color: var(--faint); }
    mark { background: var(--mark); color: var(--ink); padding: .05em .1em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    figcaption { margin-top: .35rem; padding-left: 1.25rem; font-size: .875rem; color: var(--faint); }
    cite { font-style: normal; font-weight: 600; }
    .of { font-weight: 600; margin-bottom: .2rem; }

    .elements { list-style: none; margin: 1rem 0 0; padding: 0; }
    .elements > li { max-width: none; padding: .9rem 0; border-top: 1px solid var(--line); }
    .elements > li:first-child { border-top: 0; padding-top: 0; }
    .line { display: grid; grid-template-columns: 2.6rem 1fr auto; gap: .25rem .6rem; align-items: baseline; }
    .code { font-weight: 700; color: var(--accent); font-variant-numeric: tabular-nums; }
    .what .faint { white-space: nowrap; }
    .elements .meaning, .elements .quote { margin-left: 3.2rem; }
    .meaning { margin-top: .15rem; margin-bottom: .3rem; }
    .meaning .to { white-space: nowrap; }
    .weakness + .weakness { margin-top: 1.75rem; padding-top: .1rem; border-top: 1px solid var(--line); }
    .weakness h3, .weakness h4 { margin-top: 1rem; }

    .proposal { margin-top: 1.5rem; padding-top: .1rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
    .states { margin: .35rem 0; }
    .clause { margin: .75rem 0 1rem; padding: .8rem 1.1rem .7rem; border: 1px solid var(--line); border-radius: .5rem; }
    .clause p { margin: 0; }
    .placement { font-size: .925rem; color: var(--faint); }
    .placement strong { color: var(--ink); }
    .clause blockquote { margin: .6rem 0 .7rem; font-family: Georgia, "Noto Serif", "Liberation Serif", serif; }
    .foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .4rem 1rem; }
    .clause .foot { max-width: none; }
    .draft { font-size: .85rem; font-weight: 600; color: var(--unknown); }
    .copy {
      font: inherit; font-size: .9rem; padding: .3rem .9rem; min-height: 2rem; color: var(--accent); background: var(--paper);
      border: 1px solid var(--accent); border-radius: .35rem; cursor: pointer;
    }
    .copy:hover { background: var(--tint); }
    [hidden] { display: none !important; }
    summary { cursor: pointer; padding: .3rem 0; color: var(--accent); font-size: .95rem; max-width: 46rem; }

    .close { margin-top: 3.5rem; padding-top: 1.25rem; border-top: 2px solid var(--accent); font-size: .95rem; }
    .close h2 { font-size: 1.1rem; }

    @media screen and (max-width: 48rem) {
      body { font-size: 1rem; padding: 0 1rem 2rem; }
      .verdict { grid-template-columns: 1fr; }
      .contents ol { columns: 1; }
      section.short { margin-inline: -.25rem; padding: 1rem; }
      .facts > div { grid-template-columns: 1fr; padding: .3rem 0; }
      th, td { padding-right: .5rem; }
      table { font-size: .9rem; }
      .line { grid-template-columns: 2.6rem 1fr; }
      .line .state { grid-column: 2; justify-self: start; }
      .elements .quote { margin-left: 0; }
      .clause { padding: .75rem .85rem; }
    }

    @page { size: A4; margin: 18mm 17mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #56616f; } }
    @media print {
      /* Sizes are in rem. */
      html { font-size: 10pt; }
      body { font-size: 1rem; line-height: 1.45; max-width: none; padding: 0; }
      .close { margin-bottom: 0; } .close :last-child { margin-bottom: 0; }
      #status, .skip, .contents, .copy, .to { display: none !important; }
      .masthead { padding-top: 0; }
      h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 11.5pt; margin-top: 1.2rem; } h4 { font-size: 10.5pt; }
      section { margin-top: 1.8rem; }
      p, li, dd { max-width: none; orphans: 3; widows: 3; }
      h2, h3, h4, .line, .placement, .of, .states, summary { break-after: avoid; }
      .proposal > .faint, figcaption { break-before: avoid; }
      .quote, .clause, .verdict, .close, tr, .short { break-inside: avoid; }
      .verdict { grid-template-columns: 1fr 68mm; }
      .ladder li { min-height: 2.6rem; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; }
      summary { list-style: none; color: var(--faint); break-inside: avoid; }
      summary::-webkit-details-marker { display: none; }
      mark, .short, .state, .tally li, .signal, .here, .rung, .chip { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
