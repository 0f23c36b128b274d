// Whose order of naming was turned round? 名次变动
MATCH (a:Person)-[r:PARTICIPATED]->(e:Event)<-[s:PARTICIPATED]-(b:Person)
WHERE a.id < b.id AND e.modality = 'actual' AND e.date_text IS NOT NULL
  AND (size($person) = 0 OR a.id IN $person OR b.id IN $person)
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH a, b, e, min(r.position) AS i, min(s.position) AS j
WHERE i <> j
WITH a, b, sum(CASE WHEN i < j THEN 1 ELSE 0 END) AS a_times, sum(CASE WHEN i > j THEN 1 ELSE 0 END) AS b_times,
     min(CASE WHEN i < j THEN e.date_text END) AS a_since, max(CASE WHEN i < j THEN e.date_text END) AS a_until,
     min(CASE WHEN i > j THEN e.date_text END) AS b_since, max(CASE WHEN i > j THEN e.date_text END) AS b_until,
     max(e.confidence) AS surest, sum(e.articles) AS told, collect(e.id) AS events
WHERE a_times > 0 AND b_times > 0
WITH a, b, a_times, b_times, a_since, a_until, b_since, b_until, surest, told, events,
     a_since < b_since OR (a_since = b_since AND a_until <= b_until) AS straight
RETURN CASE WHEN straight THEN a.name ELSE b.name END AS first,
       CASE WHEN straight THEN b.name ELSE a.name END AS second,
       CASE WHEN straight THEN a_times ELSE b_times END AS first_ahead,
       CASE WHEN straight THEN a_since ELSE b_since END AS first_since,
       CASE WHEN straight THEN a_until ELSE b_until END AS first_until,
       CASE WHEN straight THEN b_times ELSE a_times END AS second_ahead,
       CASE WHEN straight THEN b_since ELSE a_since END AS second_since,
       CASE WHEN straight THEN b_until ELSE a_until END AS second_until,
       CASE WHEN straight THEN a.id ELSE b.id END AS first_id,
       CASE WHEN straight THEN b.id ELSE a.id END AS second_id,
       surest AS confidence, told AS articles, events AS fact_ids
ORDER BY second_ahead DESC, first_ahead DESC, first, second, first_id, second_id
LIMIT $limit
