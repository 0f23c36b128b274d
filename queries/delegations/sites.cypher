// Which enterprises, villages and halls are shown to visitors? 考察点位
MATCH (e:Event)-[h:HAPPENED_AT]->(z:Place)
WHERE e.kind IN ['visit', 'inspection'] AND e.modality = 'actual' AND h.`as` = 'site'
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
OPTIONAL MATCH (e)-[k:HAPPENED_AT]->(q:Place) WHERE k.`as` = 'area'
WITH e, z, q
WHERE size($place) = 0 OR q.id IN $place OR z.id IN $place
MATCH (x)-[r:PARTICIPATED]->(e)
WHERE NOT r.role IN ['host', 'organizer', 'recipient', 'subject']
  AND (size($person) = 0 OR x.id IN $person)
MATCH (e)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
RETURN z.name AS site, collect(DISTINCT q.name) AS places, count(DISTINCT e.id) AS visits,
       collect(DISTINCT x.name) AS visitors, min(e.date_text) AS since, max(e.date_text) AS until, z.id AS site_id,
       max(e.confidence) AS confidence, count(DISTINCT w.id) AS articles, collect(DISTINCT e.id) AS fact_ids
ORDER BY visits DESC, site, site_id
LIMIT $limit
