// How many events of which kind happened in a place, month by month? 逐月活动
MATCH (z:Place)
WHERE size($place) = 0 OR z.id IN $place OR EXISTS { MATCH (z)-[:PART_OF*1..6]->(w:Place) WHERE w.id IN $place }
MATCH (z)<-[:HAPPENED_AT]-(e:Event)
WHERE e.modality = 'actual' AND size(e.date_text) >= 7
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH DISTINCT e
WITH substring(e.date_text, 0, 7) AS span, e.kind AS sort, count(e) AS times, max(e.confidence) AS surest,
     sum(e.articles) AS told, collect(e.id) AS facts
RETURN span AS month, sort AS kind, times AS events, surest AS confidence, told AS articles, facts AS fact_ids
ORDER BY month, kind
LIMIT $limit
