// For which number do reports give several values? 数字出入
MATCH (m:Measurement)-[:ABOUT]->(x)
WHERE m.date_text IS NOT NULL AND m.comparator IS NULL
  AND ($indicator IS NULL OR m.indicator CONTAINS $indicator)
  AND (size($about) = 0 OR x.id IN $about)
  AND m.confidence >= $min_confidence
  AND ($from IS NULL OR m.latest >= date($from))
  AND ($to IS NULL OR m.earliest <= date($to))
WITH x, m.indicator AS thing, m.unit AS counted, m.date_text AS day, m.end_text AS last,
     coalesce(m.change, '') AS direction, collect(DISTINCT m.value) AS numbers, min(m.value) AS low,
     max(m.value) AS high, max(m.confidence) AS surest, sum(m.articles) AS told, collect(m.id) AS facts
WHERE size(numbers) > 1
RETURN x.name AS about, thing AS indicator, counted AS unit, direction AS change, day AS date, last AS until,
       size(numbers) AS numbers_given, low AS lowest, high AS highest, x.id AS about_id, surest AS confidence,
       told AS articles, facts AS fact_ids
ORDER BY numbers_given DESC, about, about_id, indicator, date, coalesce(until, ''), unit, change
LIMIT $limit
