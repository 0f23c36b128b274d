// What was planned or expected, and what was reported then? 承诺与兑现
MATCH (m:Measurement)-[:ABOUT]->(x)
WHERE any(word IN ['预计', '计划', '力争', '拟'] WHERE m.indicator CONTAINS word)
  AND ($indicator IS NULL OR m.indicator CONTAINS $indicator)
  AND (size($about) = 0 OR x.id IN $about)
  AND m.confidence >= $min_confidence
MATCH (m)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WHERE ($from IS NULL OR w.latest >= date($from)) AND ($to IS NULL OR w.earliest <= date($to))
WITH DISTINCT m, x, w.date_text AS said,
     replace(replace(replace(replace(m.indicator, '预计', ''), '计划', ''), '力争', ''), '拟', '') AS thing
WITH collect({m: m, x: x, said: said, thing: thing}) AS promises, collect(DISTINCT thing) AS things
OPTIONAL MATCH (n:Measurement)-[:ABOUT]->(y)
WHERE n.indicator IN things
OPTIONAL MATCH (n)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(z:Article)
WITH promises, collect(DISTINCT {id: n.id, thing: n.indicator, value: n.value, unit: n.unit, day: n.date_text,
                                 last: coalesce(n.end_text, ''),
                                  change: coalesce(n.change, ''), about: y.id, told: z.date_text}) AS reports
UNWIND promises AS one
WITH one.m AS m, one.x AS x, one.said AS said, one.thing AS thing, reports
WITH m, x, said, [r IN reports WHERE r.thing = thing AND r.about = x.id AND r.unit = m.unit
                  AND r.change = coalesce(m.change, '') AND r.told >= said
                  AND ((r.day = m.date_text AND r.last = coalesce(m.end_text, '')) 
                       OR ((r.day IS NULL OR m.date_text IS NULL)
                       AND substring(r.told, 0, 7) = substring(said, 0, 7)))] AS found
UNWIND CASE WHEN size(found) = 0 THEN [null] ELSE found END AS result
RETURN DISTINCT x.name AS about, m.indicator AS promised, m.value AS promised_value, m.unit AS unit,
       m.date_text AS period, said AS promised_on, result.thing AS reported, result.value AS reported_value,
       result.told AS reported_on, floor((result.value - m.value) * 1000.0 + 0.5) / 1000.0 AS difference,
       x.id AS about_id, m.confidence AS confidence, m.articles AS articles,
       CASE WHEN result IS NULL THEN [m.id] ELSE [m.id, result.id] END AS fact_ids
ORDER BY promised_on, about, about_id, promised, promised_value, coalesce(reported_on, ''),
         coalesce(reported_value, -1.0), fact_ids[0], coalesce(fact_ids[1], '')
LIMIT $limit
