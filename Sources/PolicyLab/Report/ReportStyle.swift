/// How the report looks: on a screen, in the dark, on paper.
enum ReportStyle {
    static let css = """
        :root { --ink: #1d2129; --soft: #5b6472; --paper: #fff; --line: #d9dee6; --band: #f5f7fa; --shown: #e6f4ea;
          --shown-ink: #14532d; --part: #fdf3dc; --part-ink: #6b4700; --none: #f0f1f4; --bad: #a4161a; --link: #0b5cad;
          --ordinary: #2f7d4f; --owner-decides: #2a6fb0; --coarsen: #b7791f; --withhold: #a4161a; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #a2abb8; --paper: #15181d; --line: #343b46;
          --band: #1c2027; --shown: #16351f; --shown-ink: #a7e3b8; --part: #3a2f12; --part-ink: #f0d692; --none: #22262d;
          --bad: #ff8a8a; --link: #7db8f5; --ordinary: #62c48a; --owner-decides: #7db8f5; --coarsen: #e5b567;
          --withhold: #ff8a8a; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Noto Sans",
          "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
        h2 { font-size: 1.3rem; margin: 2.6rem 0 .6rem; border-bottom: 2px solid var(--line); padding-bottom: .3rem; }
        h3 { font-size: 1.05rem; margin: 1.6rem 0 .2rem; }
        p { max-width: 46rem; margin: .4rem 0 .8rem; } .soft { color: var(--soft); font-size: .9rem; }
        a { color: var(--link); } code { font-size: .86em; overflow-wrap: anywhere; }
        .switch { position: absolute; opacity: 0; }
        .language { float: right; display: flex; border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
        .language label { padding: .3rem .8rem; cursor: pointer; }
        #english:checked ~ main [for=english], #chinese:checked ~ main [for=chinese] { background: var(--ink);
          color: var(--paper); }
        #english:focus-visible ~ main .language, #chinese:focus-visible ~ main .language { outline: 3px solid var(--link); }
        #english:checked ~ main :lang(zh):not(label), #chinese:checked ~ main :lang(en):not(label) { display: none; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.2rem 0; }
        .figures div { background: var(--band); border-radius: .5rem; padding: .7rem .9rem; }
        .figures b { display: block; font-size: 1.5rem; line-height: 1.2; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        .wide table { table-layout: fixed; min-width: 44rem; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); }
        thead th { background: var(--band); } tbody th { font-weight: 600; width: 22%; }
        .tier { border-left: .3rem solid; padding-left: .7rem; }
        .ordinary { border-color: var(--ordinary); } .owner-decides { border-color: var(--owner-decides); }
        .coarsen { border-color: var(--coarsen); } .withhold { border-color: var(--withhold); }
        .pill { display: inline-block; border-radius: .4rem; padding: .05rem .5rem; background: var(--none);
          color: var(--soft); }
        .pill.shown { background: var(--shown); color: var(--shown-ink); }
        .pill.asked { background: var(--part); color: var(--part-ink); }
        .example { display: block; color: var(--soft); font-size: .85em; margin-top: .2rem; }
        .because { color: var(--soft); font-size: .8rem; font-weight: 400; }
        ul.plain { list-style: none; padding: 0; margin: .5rem 0; } ul.plain li { padding: .3rem 0 .3rem 1.7rem;
          position: relative; } ul.plain li::before { position: absolute; left: .2rem; }
        li.holds::before { content: "✓"; color: var(--ordinary); } li.broken::before { content: "✗"; color: var(--bad); }
        li.wider::before { content: "▲"; color: var(--bad); } li.narrower::before { content: "▼"; color: var(--ordinary); }
        .broken { color: var(--bad); } dt { font-weight: 600; margin-top: .8rem; } dd { margin: 0 0 .3rem 0; }
        pre { white-space: pre-wrap; background: var(--band); padding: .6rem .8rem; border-radius: .5rem; font-size: .8rem; }
        @media print { :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --band: #f4f4f4; --shown: #fff;
          --shown-ink: #000; --part: #fff; --part-ink: #000; --none: #fff; --link: #000; } @page { size: A4; margin: 15mm; }
          body { font-size: 9.5pt; } main { max-width: none; padding: 0; } .language { display: none; }
          .pill { border: 1px solid #999; } .pill.shown { border-width: 2px; font-weight: 600; }
          h2, h3, .tier { break-after: avoid; } .wide table { min-width: 0; } tr, li, dt { break-inside: avoid; } thead { display: table-header-group; }
          .wide { overflow: visible; } a[href^=http]::after { content: " (" attr(href) ")"; font-size: .8em; } }
        """
}
