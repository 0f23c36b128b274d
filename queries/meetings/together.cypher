// Who appears together, and who is named first? 同场人物
MATCH (a:Person)-[r:PARTICIPATED]->(e:Event)<-[s:PARTICIPATED]-(b:Person)
WHERE a.id < b.id AND e.modality = 'actual'
  AND (size($person) = 0 OR a.id IN $person OR b.id IN $person)
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH a, b, e, min(r.position) AS i, min(s.position) AS j
OPTIONAL MATCH (e)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WITH a, b, count(DISTINCT e.id) AS shared, count(DISTINCT CASE WHEN i < j THEN e.id END) AS a_first,
     collect(DISTINCT e.kind) AS kinds_seen, collect(DISTINCT e.id) AS events,
     min(e.date_text) AS begun, max(e.date_text) AS ended, max(e.confidence) AS surest, count(DISTINCT w.id) AS told
WHERE shared >= $min_times
RETURN CASE WHEN 2 * a_first >= shared THEN a.name ELSE b.name END AS first,
       CASE WHEN 2 * a_first >= shared THEN b.name ELSE a.name END AS second,
       shared AS times,
       CASE WHEN 2 * a_first >= shared THEN a_first ELSE shared - a_first END AS in_order,
       kinds_seen AS kinds, begun AS since, ended AS until,
       CASE WHEN 2 * a_first >= shared THEN a.id ELSE b.id END AS first_id,
       CASE WHEN 2 * a_first >= shared THEN b.id ELSE a.id END AS second_id,
       surest AS confidence, told AS articles, events AS fact_ids
ORDER BY times DESC, first, second, first_id, second_id
LIMIT $limit
