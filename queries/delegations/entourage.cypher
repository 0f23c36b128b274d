// Who travels with whom, and named how high? 随行人员
MATCH (l:Person)-[r:PARTICIPATED]->(e:Event)<-[s:PARTICIPATED]-(y:Person)
WHERE e.kind IN ['visit', 'inspection'] AND e.modality = 'actual' AND r.role = 'leader' AND l.id <> y.id
  AND NOT s.role IN ['host', 'organizer', 'recipient', 'subject']
  AND (size($person) = 0 OR l.id IN $person)
  AND (size($companion) = 0 OR y.id IN $companion)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
MATCH (e)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
OPTIONAL MATCH (e)-[h:HAPPENED_AT]->(q:Place) WHERE h.`as` = 'area'
WITH l, y, count(DISTINCT e.id) AS often, min(s.position) AS highest, collect(DISTINCT q.name) AS areas,
     min(e.date_text) AS begun, max(e.date_text) AS ended, max(e.confidence) AS surest,
     count(DISTINCT w.id) AS told, collect(DISTINCT e.id) AS events
WHERE often >= $min_times
RETURN l.name AS person, y.name AS companion, often AS times, highest AS position, areas AS places, begun AS since,
       ended AS until, l.id AS person_id, y.id AS companion_id, surest AS confidence, told AS articles,
       events AS fact_ids
ORDER BY times DESC, person, person_id, position, companion, companion_id
LIMIT $limit
