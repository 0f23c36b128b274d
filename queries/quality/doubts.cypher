// What is contradictory, unsure or rejected? 存疑
CALL {
  MATCH (j:Rejection)-[:`IN`]->(a:Article)
  RETURN 'rejected' AS sort, j.reason AS why, j.quote AS thing, a.headline AS against,
         a.date_text AS day, a.earliest AS early, a.latest AS late, j.id AS thing_id, null AS sure, 1 AS told,
         [j.id] AS facts
  UNION ALL
  MATCH (f:Tenure|Event|Programme|Measurement|Tie)
  WHERE f.confidence < 0.7
  RETURN 'unsure' AS sort, 'low confidence' AS why, f.name AS thing, null AS against,
         f.date_text AS day, coalesce(f.earliest, f.first_seen) AS early, coalesce(f.latest, f.last_seen) AS late,
         f.id AS thing_id, f.confidence AS sure, f.articles AS told, [f.id] AS facts
  UNION ALL
  MATCH (f:Tenure|Event|Programme|Measurement|Tie)
  WHERE f.modality <> 'actual'
  RETURN 'unsure' AS sort, f.modality AS why, f.name AS thing, null AS against,
         f.date_text AS day, coalesce(f.earliest, f.first_seen) AS early, coalesce(f.latest, f.last_seen) AS late,
         f.id AS thing_id, f.confidence AS sure, f.articles AS told, [f.id] AS facts
  UNION ALL
  MATCH (t:Tenure)
  WHERE t.last_seen > t.latest_end OR t.first_seen < t.earliest_begin
     OR t.earliest_begin > t.latest_begin OR t.earliest_end > t.latest_end
  RETURN 'contradictory' AS sort, 'seen outside its time' AS why, t.name AS thing, null AS against,
         null AS day, t.first_seen AS early, t.last_seen AS late,
         t.id AS thing_id, t.confidence AS sure, t.articles AS told, [t.id] AS facts
  UNION ALL
  MATCH (t:Tenure)-[:IN_OFFICE]->(o:Office)<-[:IN_OFFICE]-(u:Tenure)
  WHERE o.single_seat = true AND t.id < u.id AND t.latest_begin < u.earliest_end AND u.latest_begin < t.earliest_end
    AND NOT EXISTS { MATCH (t)<-[:HAS_TENURE]-(:Person)-[:HAS_TENURE]->(u) }
  RETURN 'contradictory' AS sort, 'two holders of one seat' AS why, t.name AS thing, u.name AS against,
         null AS day, t.first_seen AS early, t.last_seen AS late,
         t.id AS thing_id, t.confidence AS sure, t.articles AS told, [t.id, u.id] AS facts
  UNION ALL
  MATCH (m:Measurement)-[:ABOUT]->(x)
  WHERE m.comparator IS NULL AND m.date_text IS NOT NULL
  WITH x, m.indicator AS indicator, m.unit AS unit, m.date_text AS begun, coalesce(m.end_text, '') AS ended,
       coalesce(m.change, '') AS direction, collect(m) AS given
  WHERE size(given) > 1
  UNWIND given AS m
  UNWIND given AS n
  WITH m, n
  WHERE m.id < n.id AND m.value <> n.value
  RETURN DISTINCT 'contradictory' AS sort, 'different numbers' AS why, m.name AS thing, n.name AS against,
         m.date_text AS day, m.earliest AS early, m.latest AS late,
         m.id AS thing_id, m.confidence AS sure, m.articles AS told, [m.id, n.id] AS facts
}
WITH sort, why, thing, against, day, early, late, thing_id, sure, told, facts
WHERE ($reason IS NULL OR sort = $reason OR why = $reason)
  AND coalesce(sure, 0.0) >= $min_confidence
  AND ($from IS NULL OR late >= date($from))
  AND ($to IS NULL OR early <= date($to))
RETURN sort AS doubt, why AS reason, thing AS about, against AS detail, day AS date,
       thing_id AS about_id, sure AS confidence, told AS articles, facts AS fact_ids
ORDER BY doubt, reason, about, about_id, coalesce(detail, '')
LIMIT $limit
