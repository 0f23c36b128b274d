// Who is tied to whom most closely, by small meetings shared? 往来最密的人
MATCH (p:Person)-[:PARTICIPATED]->(e:Event)
WHERE e.modality = 'actual' AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH e, collect(DISTINCT p) AS company
WHERE size(company) > 1
WITH e, company, 1000000 / (size(company) - 1) AS share
UNWIND company AS a
UNWIND company AS b
WITH a, b, e, share
WHERE a.id < b.id AND (size($person) = 0 OR a.id IN $person OR b.id IN $person)
WITH a, b, sum(share) AS shares, count(e) AS often, min(e.date_text) AS begun, max(e.date_text) AS ended,
     max(e.confidence) AS surest, sum(e.articles) AS told, collect(e.id) AS events
WHERE often >= $min_times
RETURN a.name AS person, b.name AS other, toFloat(shares) / 1000000.0 AS strength, often AS times, begun AS since,
       ended AS until, a.id AS person_id, b.id AS other_id, surest AS confidence, told AS articles,
       events AS fact_ids
ORDER BY strength DESC, times DESC, person_id, other_id
LIMIT $limit
