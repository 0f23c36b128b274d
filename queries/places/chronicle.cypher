// What is known about a place, and whatever lies in it, in a span of time? 地方大事记
MATCH (z:Place)
WHERE size($place) = 0 OR z.id IN $place OR EXISTS { MATCH (z)-[:PART_OF*1..6]->(w:Place) WHERE w.id IN $place }
CALL {
  WITH z
  MATCH (z)<-[:HAPPENED_AT]-(f:Event)
  RETURN f, 'Event' AS label, f.kind AS kind, f.earliest AS early, f.latest AS late, f.date_text AS day
  UNION
  WITH z
  MATCH (z)<-[:IN_PLACE]-(:Organization)<-[:POST_IN]-(:Office)<-[:IN_OFFICE]-(f:Tenure)
  RETURN f, 'Tenure' AS label, null AS kind, coalesce(f.first_seen, f.latest_begin, f.latest_end) AS early,
         coalesce(f.last_seen, f.earliest_end, f.latest_end) AS late,
         toString(coalesce(f.first_seen, f.latest_begin, f.latest_end)) AS day
  UNION
  WITH z
  MATCH (z)<-[:RUN_BY|SET_IN]-(f:Programme)
  RETURN f, 'Programme' AS label, f.kind AS kind, f.earliest AS early, f.latest AS late, f.date_text AS day
  UNION
  WITH z
  MATCH (z)<-[:IN_PLACE]-(:Organization)<-[:RUN_BY]-(f:Programme)
  RETURN f, 'Programme' AS label, f.kind AS kind, f.earliest AS early, f.latest AS late, f.date_text AS day
  UNION
  WITH z
  MATCH (z)<-[:ABOUT]-(f:Measurement)
  RETURN f, 'Measurement' AS label, f.indicator AS kind, f.earliest AS early, f.latest AS late, f.date_text AS day
  UNION
  WITH z
  MATCH (z)<-[:IN_PLACE]-(:Organization)<-[:ABOUT]-(f:Measurement)
  RETURN f, 'Measurement' AS label, f.indicator AS kind, f.earliest AS early, f.latest AS late, f.date_text AS day
  UNION
  WITH z
  MATCH (z)<-[:TIED_TO]-(f:Tie)
  RETURN f, 'Tie' AS label, f.relation AS kind, null AS early, null AS late, null AS day
}
WITH z, f, label, kind, early, late, day
WHERE f.confidence >= $min_confidence
  AND ($from IS NULL OR late >= date($from))
  AND ($to IS NULL OR early <= date($to))
WITH f, label, kind, day, collect(DISTINCT z.name) AS zones
RETURN day AS date, label AS label, kind AS kind, f.name AS fact, zones AS places, f.modality AS modality,
       f.confidence AS confidence, f.articles AS articles, f.id AS fact_ids
ORDER BY coalesce(date, '9999'), label, fact, fact_ids
LIMIT $limit
