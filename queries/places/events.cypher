// What happened, where, who took part? 事件清单
UNWIND CASE WHEN size($place) = 0 THEN [null] ELSE $place END AS wanted
CALL {
  WITH wanted
  MATCH (e:Event) WHERE wanted IS NULL
  RETURN e
  UNION
  WITH wanted
  MATCH (:Place {id: wanted})<-[:PART_OF*0..6]-(:Place)<-[:HAPPENED_AT]-(e:Event)
  RETURN e
}
WITH DISTINCT e
WHERE (size($kinds) = 0 OR e.kind IN $kinds)
  AND ($topic IS NULL OR e.topic CONTAINS $topic OR e.name CONTAINS $topic)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH e
ORDER BY coalesce(e.date_text, '9999'), e.id
LIMIT $limit
OPTIONAL MATCH (e)-[:HAPPENED_AT]->(q:Place)
WITH e, collect(DISTINCT q.name) AS where_it_was
OPTIONAL MATCH (e)<-[:PARTICIPATED]-(x)
WITH e, where_it_was, collect(DISTINCT CASE WHEN x:Person THEN x.name END) AS people,
     collect(DISTINCT CASE WHEN NOT x:Person THEN x.name END) AS others
RETURN e.date_text AS date, e.end_text AS until, e.kind AS kind, e.name AS event, e.topic AS topic,
       where_it_was AS places, people AS persons, others AS bodies, e.modality AS modality, e.id AS event_id,
       e.confidence AS confidence, e.articles AS articles, e.id AS fact_ids
ORDER BY coalesce(date, '9999'), event_id
LIMIT $limit
