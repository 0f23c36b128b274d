// What is counted, how often? 指标目录
MATCH (m:Measurement)
WHERE ($indicator IS NULL OR m.indicator CONTAINS $indicator)
  AND m.confidence >= $min_confidence
  AND ($from IS NULL OR m.latest >= date($from))
  AND ($to IS NULL OR m.earliest <= date($to))
  AND (size($about) = 0 OR EXISTS { MATCH (m)-[:ABOUT]->(x) WHERE x.id IN $about })
WITH m.indicator AS thing, count(m) AS often, collect(DISTINCT m.unit) AS counted_in,
     collect(DISTINCT m.about_text) AS subjects, min(m.date_text) AS begun, max(m.date_text) AS ended,
     min(m.value) AS low, max(m.value) AS high, max(m.confidence) AS surest, sum(m.articles) AS told,
     collect(m.id) AS facts
WHERE often >= $min_times
RETURN thing AS indicator, often AS times, counted_in AS units, subjects AS about, low AS lowest, high AS highest,
       begun AS since, ended AS until, surest AS confidence, told AS articles, facts AS fact_ids
ORDER BY times DESC, indicator
LIMIT $limit
