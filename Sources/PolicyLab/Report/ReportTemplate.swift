/// The page, in Mustache.
enum ReportTemplate {
    /// A text in both languages, of which the page shows one.
    static let both = #"<span lang="en">{{en}}</span><span lang="zh-Hans">{{zh}}</span>"#

    static let page = #"""
        <!doctype html>
        <html lang="{{#startsInChinese}}zh-Hans{{/startsInChinese}}{{#startsInEnglish}}en{{/startsInEnglish}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{{#startsInChinese}}谁能看到什么{{/startsInChinese}}{{#startsInEnglish}}Who sees what{{/startsInEnglish}} · {{revision}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <input class="switch" type="radio" name="language" id="english" aria-label="English"{{#startsInEnglish}} checked{{/startsInEnglish}}>
        <input class="switch" type="radio" name="language" id="chinese" aria-label="中文"{{#startsInChinese}} checked{{/startsInChinese}}>
        <main>
        <div class="language"><label for="english" lang="en">English</label><label for="chinese" lang="zh-Hans">中文</label></div>
        <h1><span lang="en">Who sees what of a purchase</span><span lang="zh-Hans">谁能看到一笔购买的什么</span></h1>
        <p class="soft"><span lang="en">Policy revision</span><span lang="zh-Hans">策略版本</span> <code>{{revision}}</code> ·
        <span lang="en">taxonomy</span><span lang="zh-Hans">商品分类</span> <code>{{release}}</code> ·
        <span lang="en">made on {{madeOn}}</span><span lang="zh-Hans">生成于 {{madeOn}}</span></p>
        <div class="figures">{{#figures}}<div><b>{{value}}</b>{{#name}}{{>both}}{{/name}}</div>{{/figures}}</div>

        <h2><span lang="en">What is shown</span><span lang="zh-Hans">显示什么</span></h2>
        <p><span lang="en">Nothing is shown of anybody who has not switched sharing on. The table tells the most that each audience
        can ever see, whatever the owner chooses, with an example as it would be served. What an audience sees when the owner
        switches sharing on and says no more is marked “by default”.</span><span lang="zh-Hans">未开启分享的人，其购买一概不显示。
        下表列出无论本人如何选择，各类受众最多能看到什么，并附实际返回内容的示例。本人仅开启分享而未作其他选择时的情形标为“默认”。</span></p>
        {{#tiers}}
        <div class="tier {{key}}">
        <h3>{{#name}}{{>both}}{{/name}}</h3>
        <p class="soft">{{#says}}{{>both}}{{/says}}</p>
        </div>
        <div class="wide"><table>
        <thead><tr><th><span lang="en">class</span><span lang="zh-Hans">类别</span></th>{{#audiences}}<th>{{>both}}</th>{{/audiences}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{#name}}{{>both}}{{/name}}<div class="because"><code>{{id}}</code> · <span lang="en">{{nodes}} categories</span><span lang="zh-Hans">{{nodes}} 个类目</span><br>{{#because}}<a href="#{{.}}">{{.}}</a> {{/because}}</div></th>
        {{#cells}}<td>{{#isShown}}<span class="pill {{#isShownByDefault}}shown{{/isShownByDefault}}{{^isShownByDefault}}asked{{/isShownByDefault}}">{{#most}}{{>both}}{{/most}}</span>
        {{#example}}<span class="example">{{>both}}</span>{{/example}}
        <span class="example">{{#isShownByDefault}}<span lang="en">by default: </span><span lang="zh-Hans">默认：</span>{{#byDefault}}{{>both}}{{/byDefault}}{{/isShownByDefault}}{{^isShownByDefault}}<span lang="en">only when the owner asks for it</span><span lang="zh-Hans">仅当本人选择时</span>{{/isShownByDefault}}</span>{{/isShown}}{{^isShown}}<span class="pill">{{#most}}{{>both}}{{/most}}</span>{{#why}}<span class="example">{{>both}}</span>{{/why}}{{/isShown}}</td>
        {{/cells}}
        </tr>
        {{/rows}}
        </tbody></table></div>
        {{/tiers}}

        {{#isProved}}
        <h2><span lang="en">What was proved</span><span lang="zh-Hans">已证明的承诺</span></h2>
        <p><span lang="en">Each sentence was checked for every input that the policy can tell apart: {{cells}} in all.</span><span lang="zh-Hans">以下每一句都在策略能区分的全部输入上逐一检验，共 {{cells}} 个。</span></p>
        <ul class="plain">{{#proved}}<li class="{{#holds}}holds{{/holds}}{{#isBroken}}broken{{/isBroken}}">{{#says}}{{>both}}{{/says}} <code class="because">{{id}}</code>{{#counterexample}}<pre>{{.}}</pre>{{/counterexample}}</li>{{/proved}}</ul>
        {{/isProved}}

        {{#isTested}}
        <h2><span lang="en">How well it is tested</span><span lang="zh-Hans">测试充分性</span></h2>
        <table><tbody>{{#shares}}<tr><th scope="row">{{#name}}{{>both}}{{/name}}</th><td>{{part}} / {{whole}}</td><td>{{percent}}</td></tr>{{/shares}}</tbody></table>
        {{#hasSurvivors}}<p><span lang="en">Changed policies that no suite noticed:</span><span lang="zh-Hans">未被任何测试发现的策略改动：</span></p><ul>{{#survivors}}<li>{{.}}</li>{{/survivors}}</ul>{{/hasSurvivors}}
        {{/isTested}}

        {{#former}}
        <h2><span lang="en">What changed since revision</span><span lang="zh-Hans">与此前版本相比的变化：</span> <code>{{former}}</code></h2>
        {{#isUnchanged}}<p><span lang="en">Nothing that decides.</span><span lang="zh-Hans">没有影响决定的变化。</span></p>{{/isUnchanged}}
        {{#hasChanges}}<ul class="plain">{{#changes}}<li class="{{#isWider}}wider{{/isWider}}{{^isWider}}narrower{{/isWider}}">{{text}}</li>{{/changes}}</ul>{{/hasChanges}}
        {{/former}}

        <h2><span lang="en">The rules</span><span lang="zh-Hans">规则</span></h2>
        <p><span lang="en">What is shown is what the grants give together, less what every limit takes, less what the owner did not agree to.</span><span lang="zh-Hans">最终显示的内容 = 各项给予的合并 − 每条限制所取走的 − 本人未同意的部分。</span></p>
        <div class="wide"><table><tbody>{{#rules}}<tr><th scope="row"><code>{{id}}</code></th><td>{{#effect}}{{>both}}{{/effect}} <b>{{#phrase}}{{>both}}{{/phrase}}</b></td><td class="because">{{#because}}<a href="#{{.}}">{{.}}</a> {{/because}}</td></tr>{{/rules}}</tbody></table></div>

        <h2><span lang="en">Where it comes from</span><span lang="zh-Hans">依据</span></h2>
        <dl>{{#sources}}<dt id="{{id}}">{{title}} <code class="because">{{id}}</code></dt><dd>{{#demands}}{{>both}}{{/demands}}<br>{{#isLink}}<a class="soft" href="{{reference}}">{{reference}}</a>{{/isLink}}{{^isLink}}<span class="soft">{{reference}}</span>{{/isLink}}</dd>{{/sources}}</dl>
        </main>
        </body>
        </html>

        """#
}
